import type { JsonObject } from "@codespar/contract";
import { textAt } from "../json/read-arguments.ts";
import { Refusal } from "../simulation/provider-definition.ts";
import { nativeInput, text } from "../tools/native-input.ts";
import type { EmulatedCall } from "./emulation-definition.ts";

/** The token endpoint of a provider whose client id and secret stand in the form (RFC 6749, 4.4). */
export function tokenByForm(path: string): EmulatedCall {
  return {
    post: path,
    encoding: "flat",
    open: true,
    input: nativeInput(
      { client_id: text(), client_secret: text(), grant_type: text(), scope: text() },
      "client_id",
      "client_secret",
      "grant_type",
    ),
    handle: (args) => giveToken(args, textAt(args, "client_id") ?? ""),
  };
}

/** The same where they stand in the header `Authorization`. */
export function tokenByHeader(path: string, query: readonly string[] = []): EmulatedCall {
  return {
    post: path,
    encoding: "flat",
    query,
    input: nativeInput({ grant_type: text(), scope: text() }, "grant_type"),
    handle: (args, _context, credential) => giveToken(args, credential),
  };
}

/** A token is the client id itself: whoever shows it is that account. */
function giveToken(args: JsonObject, clientId: string): JsonObject | Refusal {
  if (textAt(args, "grant_type") !== "client_credentials")
    return new Refusal("invalid_request", "grant_type must be client_credentials.", "unsupported_grant_type");
  return {
    access_token: clientId,
    token_type: "Bearer",
    expires_in: 3600,
    scope: textAt(args, "scope") ?? "",
  };
}

/** The client id that a header `Authorization` shows, as a token or itself. */
export function readClientId({ authorization = "" }: Readonly<Record<string, string>>): string | undefined {
  return readBearer(authorization) ?? readBasic(authorization);
}

function readBearer(authorization: string): string | undefined {
  return /^bearer +(\S+)$/i.exec(authorization)?.[1];
}

function readBasic(authorization: string): string | undefined {
  const [, encoded] = /^basic +([\w+/=-]+)$/i.exec(authorization) ?? [];
  try {
    return encoded === undefined ? undefined : atob(encoded).replace(/:.*$/s, "");
  } catch {
    return undefined;
  }
}
