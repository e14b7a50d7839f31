import {
  type ApiKeyWithSecret,
  type CreateApiKeyRequest,
  type PageQuery,
  type RotateApiKeyRequest,
  type Scope,
  scopes,
} from "@codespar/contract";
import { planLimit } from "../../accounts/billing/plan-limit.ts";
import { isScope, requireScope } from "../../accounts/keys/authenticate.ts";
import { describeKey } from "../../accounts/keys/describe-key.ts";
import { keyPrefix } from "../../accounts/keys/key-prefix.ts";
import { newKey } from "../../accounts/keys/new-key.ts";
import { rotateKey } from "../../accounts/keys/rotate-key.ts";
import { getPlan } from "../../accounts/metering/quota-standing.ts";
import type { BackendContext } from "../../context.ts";
import { apiError } from "../../platform/api-error.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import type { ApiKey } from "../../store/store.ts";
import type { RouteInput } from "./route.ts";
import { emptyResponse, jsonResponse } from "./route.ts";

export async function createApiKey({
  context,
  caller,
  body,
  commit,
}: RouteInput<CreateApiKeyRequest>): Promise<BackendResponse> {
  const { organisation } = caller;
  const scopes = grantedScopes(caller.key, body.scopes);
  const prefix = keyPrefix(organisation);
  const { text, key } = newKey(context, { organisation: organisation.id, prefix, name: body.name, scopes });
  const limit = getPlan(organisation).api_keys;
  const response = jsonResponse(201, withSecret(context, key, text));
  if ((await commit([{ type: "create_api_key", key, most: limit }], response)) !== -1) {
    throw planLimit(
      organisation,
      limit ?? 0,
      `Plan ${organisation.plan} has ${limit} API keys, and all are in use. Revoke one, or upgrade the plan.`,
    );
  }
  return response;
}

export async function listApiKeys({
  context,
  caller,
  query,
}: RouteInput<unknown, PageQuery>): Promise<BackendResponse> {
  const { limit = 20, cursor } = query;
  const { rows, next } = await context.store.listApiKeys(caller.organisation.id, { limit, cursor });
  const now = context.clock.now();
  return jsonResponse(200, { data: rows.map((key) => describeKey(key, now)), next_cursor: next });
}

export async function rotateApiKey(input: RouteInput<RotateApiKeyRequest>): Promise<BackendResponse> {
  const { context, caller, body, id, commit } = input;
  const before = await findKey(input);
  if (before === undefined || before.revokedAt !== null) throw noSuchKey(id);
  requireWithinScopes(caller.key, before);
  const { text, key } = rotateKey(context, before, body.grace_period_seconds);
  const response = jsonResponse(200, withSecret(context, key, text));
  if ((await commit([{ type: "update_api_key", key, expectedHash: before.hash }], response)) !== -1) {
    if ((await findKey(input))?.revokedAt !== null) throw noSuchKey(id);
    throw apiError(
      "idempotency_conflict",
      "The key was rotated by another request just now. List the keys before you rotate it again.",
      {},
    );
  }
  return response;
}

export async function revokeApiKey(input: RouteInput): Promise<BackendResponse> {
  const { context, caller, id } = input;
  for (;;) {
    const key = await findKey(input);
    if (key === undefined) throw noSuchKey(id);
    requireWithinScopes(caller.key, key);
    if (key.revokedAt !== null) return emptyResponse();
    const revoked = { ...key, revokedAt: context.clock.now() };
    if (await context.store.updateApiKey(revoked, key.hash)) return emptyResponse();
  }
}

/** A key of the caller's organisation; its id sorts just before itself with a character more. */
async function findKey({ context, caller, id }: RouteInput<unknown>): Promise<ApiKey | undefined> {
  const { rows } = await context.store.listApiKeys(caller.organisation.id, { limit: 1, cursor: `${id}0` });
  return rows[0]?.id === id ? rows[0] : undefined;
}

/** Refuses a change to a key that can do more than the caller's own: rotating it would show it. */
function requireWithinScopes(caller: ApiKey, { scopes }: ApiKey): void {
  grantedScopes(caller, scopes === null ? null : scopes.filter(isScope));
}

/** The scopes that were asked for, if the caller has them all; the caller's own when none were named. */
function grantedScopes(caller: ApiKey, asked: readonly Scope[] | null | undefined): readonly Scope[] | null {
  if (asked !== undefined && asked !== null && asked.length > 0) {
    for (const scope of asked) requireScope(caller, scope);
    return [...new Set(asked)];
  }
  const own = caller.scopes?.filter(isScope) ?? null;
  // null in the place of a list means all scopes: only a key with all of them may pass them on
  const lacked = asked === null && own !== null ? scopesLackedBy(own) : undefined;
  if (lacked !== undefined) requireScope(caller, lacked);
  return own;
}

function scopesLackedBy(own: readonly Scope[]): Scope | undefined {
  return scopes.find((scope) => !own.includes(scope));
}

function withSecret({ clock }: BackendContext, key: ApiKey, text: string): ApiKeyWithSecret {
  return { ...describeKey(key, clock.now()), key: text };
}

function noSuchKey(id: string) {
  return apiError(
    "not_found",
    `There is no API key ${JSON.stringify(id.slice(0, 60))} that works. List them with apiKeys.list().`,
    { suggestions: [] },
  );
}
