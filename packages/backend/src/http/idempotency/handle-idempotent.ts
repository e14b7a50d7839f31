import type { EndpointId } from "@codespar/contract";
import { sleep } from "@codespar/contract";
import { keyHours } from "../../calls/operations/key-life.ts";
import type { BackendContext } from "../../context.ts";
import { apiError } from "../../platform/api-error.ts";
import { canonicalJson, sha256Hex } from "../../platform/digests.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import { expireLater } from "../../store/expire-records.ts";
import type { IdempotentRequestRecord } from "../../store/record.ts";
import type { StoreWrite } from "../../store/store.ts";
import type { Commit } from "../routes/route.ts";
import { textResponse } from "../routes/route.ts";
import { decryptResponse, encryptResponse } from "./encrypt-response.ts";

const kind = "idempotent_request";
const keyMs = keyHours * 3_600_000;
/** A holder of a key without a response by then has crashed. */
const leaseMs = 60_000;

/**
 * Responses that hold a secret, which must not be kept in plain text. The key of the caller opens them again, so that a
 * request whose response got lost can be repeated, and nobody else's.
 */
export const secretResponses: ReadonlySet<EndpointId> = new Set<EndpointId>([
  "api_keys.create",
  "api_keys.rotate",
  "triggers.create",
  "triggers.rotate_secret",
  "billing.checkout",
  "billing.portal",
]);

export interface OnceRequest {
  endpointId: EndpointId;
  organisation: string;
  /** The API key as it was sent. */
  apiKey: string;
  /** The Idempotency-Key. */
  key: string;
  /** The `:id` of the path. */
  id: string;
  /** As it was parsed. */
  body: unknown;
  signal: AbortSignal | undefined;
  run(commit: Commit): Promise<BackendResponse>;
}

/** Whether the key was used within its time: then the request is no new one, and no limit applies. */
export async function isKeyInUse(
  context: BackendContext,
  organisation: string,
  key: string,
): Promise<boolean> {
  return (await readGood(context, organisation, key)) !== undefined;
}

/**
 * Runs a request under its idempotency key, or repeats the stored response of the one that ran. One that failed has
 * given its key back. See docs/decisions/idempotent-requests.md.
 */
export async function handleIdempotent(
  context: BackendContext,
  request: OnceRequest,
): Promise<BackendResponse> {
  const { organisation, key, signal } = request;
  // a hash: what is kept for a day must not hold the credentials that a body may carry
  const fingerprint = sha256Hex(canonicalJson([request.endpointId, request.id, request.body ?? null]));
  for (let waitMs = 5; ; waitMs = Math.min(waitMs * 2, 500)) {
    const earlier = await readGood(context, organisation, key);
    if (earlier === undefined) {
      const taken = await takeKey(context, request, fingerprint);
      const response = taken === undefined ? undefined : await run(context, request, taken);
      if (response !== undefined) return response;
      continue;
    }
    if (earlier.fingerprint !== fingerprint)
      throw conflict("This idempotency key was used for another request");
    if (earlier.response !== null) return repeat(earlier, request);
    const now = context.clock.now();
    const again = { ...earlier, leaseUntil: now + leaseMs };
    if (earlier.leaseUntil <= now && (await context.store.replaceRecord(kind, again))) {
      const response = await run(context, request, { ...again, version: again.version + 1 });
      if (response !== undefined) return response;
    }
    await sleep(context.timers, waitMs, signal);
  }
}

/** The record of the key, unless its time is up: then it is gone. */
async function readGood({ store, clock }: BackendContext, organisation: string, key: string) {
  const record = await store.readRecordByName(kind, organisation, key);
  if (record === undefined || record.createdAt > clock.now() - keyMs) return record;
  await store.deleteRecord(kind, organisation, record.id);
  return undefined;
}

async function takeKey(context: BackendContext, { organisation, key }: OnceRequest, fingerprint: string) {
  const createdAt = context.clock.now();
  const record: IdempotentRequestRecord = {
    id: context.ids.next("idm"),
    organisation,
    name: key,
    group: await expireLater(context, { kind, organisation, expiresAt: createdAt + keyMs }),
    version: 1,
    fingerprint,
    createdAt,
    leaseUntil: createdAt + leaseMs,
    response: null,
  };
  return (await context.store.insertRecord(kind, record)) ? record : undefined;
}

/** Undefined when another has taken the key over meanwhile: the response is theirs, and nothing was written here. */
async function run(
  { store }: BackendContext,
  request: OnceRequest,
  record: IdempotentRequestRecord,
): Promise<BackendResponse | undefined> {
  let isKept = false;
  const keep = async ({ status, body }: BackendResponse): Promise<StoreWrite> => {
    if (typeof body !== "string")
      throw new Error(`${request.endpointId} streams: its response cannot be stored.`);
    const encrypted = secretResponses.has(request.endpointId);
    const kept = encrypted ? await encryptResponse(body, request.apiKey, record.id) : body;
    return {
      type: "replace_record",
      kind,
      record: { ...record, response: { status, body: kept, encrypted } },
    };
  };
  const commit: Commit = async (writes, response) => {
    const place = await store.writeTogether([...writes, await keep(response)]);
    if (place === writes.length) throw new TakenOver();
    isKept = place === -1;
    return place;
  };
  let response: BackendResponse;
  try {
    response = await request.run(commit);
  } catch (error) {
    if (error instanceof TakenOver) return undefined;
    // only its own: a later holder of the key keeps it
    if (await store.replaceRecord(kind, { ...record, name: null }))
      await store.deleteRecord(kind, record.organisation, record.id);
    throw error;
  }
  if (!isKept) await store.writeTogether([await keep(response)]);
  return response;
}

/** The request took so long that another has its key. */
class TakenOver extends Error {}

async function repeat(
  { id, response }: IdempotentRequestRecord,
  { apiKey }: OnceRequest,
): Promise<BackendResponse> {
  if (response === null) throw new Error("Only a stored response can be repeated.");
  const body = response.encrypted ? await decryptResponse(response.body, apiKey, id) : response.body;
  if (body === undefined) {
    throw conflict(
      "The response under this idempotency key holds a secret, for the API key that asked for it alone",
    );
  }
  return textResponse(response.status, body, { "idempotency-replayed": "true" });
}

function conflict(what: string) {
  return apiError(
    "idempotency_conflict",
    `${what} in the last ${keyHours} hours. Use a new key for a new request.`,
    {},
  );
}
