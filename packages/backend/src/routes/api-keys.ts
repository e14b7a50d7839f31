import {
  type ApiKeyWithSecret,
  type CreateApiKeyRequest,
  type PageQuery,
  type RotateApiKeyRequest,
  type Scope,
  scopes,
} from "@codespar/contract";
import { failure } from "../api-failure.ts";
import { planLimit } from "../billing/plan-limit.ts";
import type { BackendAnswer } from "../http-message.ts";
import { isScope, requireScope } from "../keys/authenticate.ts";
import { describeKey } from "../keys/describe-key.ts";
import { newKey } from "../keys/new-key.ts";
import { rotateKey } from "../keys/rotate-key.ts";
import { planOf } from "../metering/quota-of.ts";
import type { Services } from "../services.ts";
import type { ApiKey } from "../store/store.ts";
import { emptyAnswer, jsonAnswer } from "./json-answer.ts";
import type { RouteContext } from "./route.ts";

export async function createApiKey({
  services,
  caller,
  body,
}: RouteContext<CreateApiKeyRequest>): Promise<BackendAnswer> {
  const { organisation } = caller;
  const scopes = grantedScopes(caller.key, body.scopes);
  const prefix = services.livemode ? "csk_live_" : "csk_test_";
  const { text, key } = newKey(services, { organisation: organisation.id, prefix, name: body.name, scopes });
  const limit = planOf(organisation).api_keys;
  if (!(await services.store.createApiKey(key, limit))) {
    throw planLimit(
      organisation,
      limit ?? 0,
      `Plan ${organisation.plan} has ${limit} API keys, and all are in use. Revoke one, or upgrade the plan.`,
    );
  }
  return jsonAnswer(201, withSecret(services, key, text));
}

export async function listApiKeys({
  services,
  caller,
  query,
}: RouteContext<unknown, PageQuery>): Promise<BackendAnswer> {
  const { limit = 20, cursor } = query;
  const { rows, next } = await services.store.listApiKeys(caller.organisation.id, { limit, cursor });
  const now = services.clock.now();
  return jsonAnswer(200, { data: rows.map((key) => describeKey(key, now)), next_cursor: next });
}

export async function rotateApiKey(context: RouteContext<RotateApiKeyRequest>): Promise<BackendAnswer> {
  const { services, caller, body, id } = context;
  const before = await findKey(context);
  if (before === undefined || before.revokedAt !== null) throw noSuchKey(id);
  // whoever rotates a key gets to know it: it must not be able to do more than the caller
  grantedScopes(caller.key, before.scopes === null ? null : before.scopes.filter(isScope));
  const { text, key } = rotateKey(services, before, body.grace_period_seconds);
  if (!(await services.store.updateApiKey(key, before.hash))) {
    if ((await findKey(context))?.revokedAt !== null) throw noSuchKey(id);
    throw failure(
      "idempotency_conflict",
      "The key was rotated by another request just now. List the keys before you rotate it again.",
      {},
    );
  }
  return jsonAnswer(200, withSecret(services, key, text));
}

export async function revokeApiKey(context: RouteContext): Promise<BackendAnswer> {
  const { services, id } = context;
  for (;;) {
    const key = await findKey(context);
    if (key === undefined) throw noSuchKey(id);
    if (key.revokedAt !== null) return emptyAnswer();
    const revoked = { ...key, revokedAt: services.clock.now() };
    if (await services.store.updateApiKey(revoked, key.hash)) return emptyAnswer();
  }
}

/** A key of the caller's organisation; its id sorts just before itself with a character more. */
async function findKey({ services, caller, id }: RouteContext<unknown>): Promise<ApiKey | undefined> {
  const { rows } = await services.store.listApiKeys(caller.organisation.id, { limit: 1, cursor: `${id}0` });
  return rows[0]?.id === id ? rows[0] : undefined;
}

/** The scopes that were asked for, if the caller has them all; the caller's own when none were named. */
function grantedScopes(caller: ApiKey, asked: readonly Scope[] | null | undefined): readonly Scope[] | null {
  if (asked !== undefined && asked !== null && asked.length > 0) {
    for (const scope of asked) requireScope(caller, scope);
    return [...new Set(asked)];
  }
  const own = caller.scopes?.filter(isScope) ?? null;
  // null in the place of a list means all scopes: only who has all of them may hand them on
  const lacked = asked === null && own !== null ? scopesLackedBy(own) : undefined;
  if (lacked !== undefined) requireScope(caller, lacked);
  return own;
}

function scopesLackedBy(own: readonly Scope[]): Scope | undefined {
  return scopes.find((scope) => !own.includes(scope));
}

function withSecret({ clock }: Services, key: ApiKey, text: string): ApiKeyWithSecret {
  return { ...describeKey(key, clock.now()), key: text };
}

function noSuchKey(id: string) {
  return failure(
    "not_found",
    `There is no API key ${JSON.stringify(id.slice(0, 60))} that works. List them with apiKeys.list().`,
    { suggestions: [] },
  );
}
