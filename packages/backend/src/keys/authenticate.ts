import { apiKeyPrefixes, type Scope, scopes } from "@codespar/contract";
import { failure } from "../api-failure.ts";
import type { BackendRequest } from "../http-message.ts";
import type { Caller } from "../routes/route.ts";
import type { Services } from "../services.ts";
import type { ApiKey } from "../store/store.ts";
import { hashKey } from "./hash-key.ts";

/** Makes the organisation of a key that nobody has seen before; undefined refuses it. */
export type AdmitUnknownKey = (key: string) => Promise<ApiKey | undefined>;

const form = /^(csk_live_|csk_test_|cssk_internal_)[A-Za-z0-9_-]{1,200}$/;

/**
 * Who calls. A missing, malformed, unknown, expired and revoked key are told apart only as far as the caller's own
 * text goes: whether a key exists is not told.
 */
export async function authenticate(
  services: Services,
  request: BackendRequest,
  admitUnknownKey: AdmitUnknownKey | undefined,
): Promise<Caller> {
  const token = bearerOf(request.headers.authorization);
  const hash = hashKey(token);
  const key = (await services.store.findApiKey(hash)) ?? (await admitUnknownKey?.(token));
  const now = services.clock.now();
  if (key === undefined || key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now)) {
    throw refused(
      "This API key is not valid here. Check it in the dashboard, or use a csk_test_ key with the sandbox.",
    );
  }
  const organisationId = key.organisation ?? request.headers["x-codespar-org"];
  const organisation =
    organisationId === undefined ? undefined : await services.store.readOrganisation(organisationId);
  if (organisation !== undefined) return { key, organisation };
  throw refused("A service key acts for an organisation: name an existing one in the x-codespar-org header.");
}

/** Refuses a key that lacks the endpoint's scope. */
export function requireScope(key: ApiKey, scope: Scope): void {
  if (key.scopes === null || key.scopes.includes(scope)) return;
  throw failure("insufficient_scope", `This API key lacks the scope ${scope}. Use a key that has it.`, {
    required_scope: scope,
  });
}

/** Whether a text is one of the scopes. */
export function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text); // widened to ask for any text
}

function bearerOf(header: string | undefined): string {
  if (header === undefined || header === "") {
    throw refused("No API key was sent. Send `Authorization: Bearer csk_...`.");
  }
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (token !== undefined && form.test(token)) return token;
  throw refused(
    `The API key is malformed. Send \`Authorization: Bearer <key>\`; keys begin with ${apiKeyPrefixes.join(", ")}.`,
  );
}

function refused(message: string) {
  return failure("unauthorized", message, {}, { "www-authenticate": "Bearer" });
}
