import { apiKeyPrefixes, type Scope, scopes } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { apiError } from "../../platform/api-error.ts";
import { hashKey } from "../../platform/digests.ts";
import type { BackendRequest } from "../../ports/http-message.ts";
import { isKeyUsable } from "../../store/states.ts";
import type { ApiKey, Organisation } from "../../store/store.ts";
import { RequestLimit } from "../rate-limit/request-limit.ts";
import type { Caller } from "./caller.ts";

/** Makes the organisation of a key that nobody has seen before; undefined refuses it. */
export type AdmitUnknownKey = (key: string) => Promise<ApiKey | undefined>;

const form = /^(csk_live_|csk_test_|cssk_internal_)[A-Za-z0-9_-]{1,200}$/;

/**
 * Who calls. A missing, malformed, unknown, expired and revoked key are distinguished only as far as the caller's own
 * text goes: whether a key exists is not revealed.
 */
export async function authenticate(
  context: BackendContext,
  request: BackendRequest,
  admitUnknownKey: AdmitUnknownKey | undefined,
): Promise<Caller> {
  const token = getBearer(request);
  const hash = hashKey(token);
  const key = (await context.store.findApiKey(hash)) ?? (await admitUnknownKey?.(token));
  const now = context.clock.now();
  if (key === undefined || !isKeyUsable(key, hash, now)) {
    throw refused(
      "This API key is not valid here. Check it in the dashboard, or use a csk_test_ key with the sandbox.",
    );
  }
  const organisation = await getOrganisation(context, key, request.headers["x-codespar-org"]);
  if (isNoteDue(key, now)) await context.store.touchApiKey(key.id, now);
  return { key, organisation, limit: new RequestLimit(context, { key, organisation }) };
}

/** Its own organisation; for a service key, the one that the header names. */
async function getOrganisation(
  { store }: BackendContext,
  key: ApiKey,
  named: string | undefined,
): Promise<Organisation> {
  if (key.organisation !== null && named !== undefined && named !== key.organisation) {
    throw refused("This key acts for its own organisation alone. Leave the x-codespar-org header out.");
  }
  const id = key.organisation ?? named;
  const organisation = id === undefined ? undefined : await store.readOrganisation(id);
  if (typeof organisation?.suspendedAt === "number") {
    throw refused("This organisation is suspended, and none of its keys works. Ask who runs this service.");
  }
  if (organisation !== undefined) return organisation;
  throw refused("A service key acts for an organisation: name an existing one in the x-codespar-org header.");
}

/** Once a minute is exact enough for `last_used_at`, and spares a write for each request. */
function isNoteDue({ lastUsedAt }: ApiKey, now: number): boolean {
  return lastUsedAt === null || now - lastUsedAt >= 60_000;
}

export function hasScope({ scopes }: ApiKey, scope: Scope): boolean {
  return scopes === null || scopes.includes(scope);
}

/** Refuses a key that lacks the endpoint's scope. */
export function requireScope(key: ApiKey, scope: Scope): void {
  if (hasScope(key, scope)) return;
  throw apiError("insufficient_scope", `This API key lacks the scope ${scope}. Use a key that has it.`, {
    required_scope: scope,
  });
}

/** Whether a text is one of the scopes. */
export function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text); // widened to ask for any text
}

/** The key that the request carries; throws when there is none or it has not the form of one. */
export function getBearer({ headers }: BackendRequest): string {
  const header = headers.authorization;
  if (header === undefined || header === "") {
    throw refused("No API key was sent. Send `Authorization: Bearer <key>`.");
  }
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (token !== undefined && form.test(token)) return token;
  throw refused(
    `The API key is malformed. Send \`Authorization: Bearer <key>\`; keys begin with ${apiKeyPrefixes.join(", ")}.`,
  );
}

function refused(message: string) {
  return apiError("unauthorized", message, {}, { "www-authenticate": "Bearer" });
}
