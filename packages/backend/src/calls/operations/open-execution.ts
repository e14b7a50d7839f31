import { getBearer } from "../../accounts/keys/authenticate.ts";
import { getPlan } from "../../accounts/metering/quota-standing.ts";
import type { BackendContext } from "../../context.ts";
import { hashKey } from "../../platform/digests.ts";
import { toPeriod } from "../../platform/time.ts";
import type { BackendRequest } from "../../ports/http-message.ts";
import { openedStore } from "../../store/opened-store.ts";
import type { OpenCall, OpenedCall } from "../../store/store.ts";
import { keyMs } from "./key-life.ts";

/** For how long what was read for one call serves the next, in milliseconds: as old may what is told of a provider's health be. */
const keptMs = 5_000;
/** Of so many keys and sessions. */
const mostKept = 10_000;

/** Runs one execution over a context that has read all that it needs. */
export type OpenExecution = <Result>(
  request: BackendRequest,
  sessionId: string,
  run: (context: BackendContext) => Promise<Result>,
) => Promise<Result>;

/**
 * With a store at the end of a network, all that an execution reads before it begins is read in one round trip. It is kept for a
 * moment: the next one need not read it, since beginning checks that it still holds. A key that was revoked meanwhile is
 * refused, for whatever comes to an end without having begun runs again over what is read then. Undefined with any
 * other store.
 */
export function executionOpener(context: BackendContext): OpenExecution | undefined {
  const { store, clock } = context;
  const { openCall } = store;
  if (openCall === undefined) return undefined;
  const kept = new Map<string, { opened: OpenedCall; readAt: number }>();

  /** What is kept, unless it is too old or has run out by itself. */
  function recall(name: string, { now }: OpenCall): OpenedCall | undefined {
    const entry = kept.get(name);
    if (entry === undefined) return undefined;
    const { apiKey, session } = entry.opened;
    const ends = [entry.readAt + keptMs, session?.expiresAt ?? 0, apiKey?.expiresAt ?? now + 1];
    if (apiKey?.previousExpiresAt != null) ends.push(apiKey.previousExpiresAt);
    if (ends.every((end) => end > now) && entry.readAt <= now) return entry.opened;
    kept.delete(name);
    return undefined;
  }

  function keep(name: string, opened: OpenedCall, readAt: number): void {
    const { apiKey, session, version } = opened;
    // a service key's own state is in no organisation's version
    const isCovered = version !== undefined && apiKey != null && apiKey.organisation !== null;
    const isOfUse = session !== undefined && session.closedAt === null && opened.operation === undefined;
    if (!isCovered || !isOfUse) return;
    if (kept.size >= mostKept) kept.clear();
    kept.set(name, { opened, readAt });
  }

  return async function openExecution(request, sessionId, run) {
    const now = clock.now();
    const open: OpenCall = {
      keyHash: hashKey(getBearer(request)),
      organisation: request.headers["x-codespar-org"],
      sessionId,
      key: request.headers["idempotency-key"],
      keysSince: now - keyMs,
      now,
      period: toPeriod(now),
    };
    const name = JSON.stringify([open.keyHash, open.organisation, sessionId]);
    const runOver = async (opened: OpenedCall, isEarlier: boolean) => {
      const readsUsed = opened.organisation !== undefined && getPlan(opened.organisation).tool_calls !== null;
      const execution = openedStore(store, open, opened, { isEarlier, readsUsed });
      try {
        const result = await run({ ...context, store: execution.store });
        return execution.isConfirmed() ? { result } : undefined;
      } catch (error) {
        if (execution.isConfirmed()) throw error;
        return undefined;
      } finally {
        // a session that expires a little early is no loss that a response should wait for, or fail by
        execution.close().catch(context.reportError);
      }
    };
    const earlier = recall(name, open);
    const ran = earlier === undefined ? undefined : await runOver(earlier, true);
    if (ran !== undefined) return ran.result;
    kept.delete(name);
    const opened = await openCall(open);
    keep(name, opened, now);
    const last = await runOver(opened, false);
    if (last === undefined) throw new Error("An execution over what was just read was not confirmed.");
    return last.result;
  };
}
