import type { JsonObject } from "@codespar/contract";
import { randomNumberText } from "@codespar/formats";
import type { EmulatedCall } from "../emulation/emulation-definition.ts";
import { textAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { nativeInput, text } from "../tools/native-input.ts";

const GRANT = "oauth_grant";
const HALF_YEAR = 15_552_000;

/** Every code that begins with `TG-` is somebody's consent, once; a refresh token is good for one refresh. */
export const tokenCall: EmulatedCall = {
  post: "/oauth/token",
  open: true,
  input: nativeInput(
    {
      client_id: text(),
      client_secret: text(),
      grant_type: text(),
      code: text(),
      redirect_uri: text(),
      refresh_token: text(),
      code_verifier: text(),
      test_token: text(),
    },
    "client_id",
    "client_secret",
    "grant_type",
  ),
  handle(args, context) {
    switch (textAt(args, "grant_type")) {
      case "authorization_code":
        return useCode(args, context);
      case "refresh_token":
        return useRefreshToken(args, context);
      default:
        return new Refusal("invalid_request", "unsupported grant_type", "unsupported_grant_type");
    }
  },
};

/** The account behind a token: the same for all tokens of one consent. */
export function accountOfToken(credential: string): string {
  return /^(TEST-oauth-\d+)-\d+$/.exec(credential)?.[1] ?? credential;
}

function useCode(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const code = textAt(args, "code") ?? "";
  if (!code.startsWith("TG-") || textAt(args, "redirect_uri") === undefined) return invalidGrant();
  if (context.get(GRANT, code) !== undefined) return invalidGrant();
  context.put(GRANT, code, { used: true });
  return give(randomNumberText(context.random, 10), 1, context);
}

function useRefreshToken(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const token = textAt(args, "refresh_token") ?? "";
  const grant = context.get<{ user: string; round: number; used: boolean }>(GRANT, token);
  if (grant === undefined || grant.used) return invalidGrant();
  context.put(GRANT, token, { ...grant, used: true });
  return give(grant.user, grant.round + 1, context);
}

function give(user: string, round: number, context: CallContext): JsonObject {
  const refreshToken = `TG-refresh-${user}-${round}`;
  context.put(GRANT, refreshToken, { user, round, used: false });
  return {
    access_token: `TEST-oauth-${user}-${round}`,
    token_type: "Bearer",
    expires_in: HALF_YEAR,
    scope: "offline_access read write",
    user_id: Number(user),
    refresh_token: refreshToken,
    public_key: `TEST-public-${user}`,
    live_mode: false,
  };
}

function invalidGrant(): Refusal {
  return new Refusal(
    "invalid_request",
    "Error validating grant. Your authorization code or refresh token may be expired or it was already used",
    "invalid_grant",
  );
}
