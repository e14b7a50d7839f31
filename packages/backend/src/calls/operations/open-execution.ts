import { getBearer } from "../../accounts/keys/authenticate.ts";
import { hashKey } from "../../accounts/keys/hash-key.ts";
import { expiryFrom } from "../../accounts/sessions/open-session.ts";
import type { BackendContext } from "../../context.ts";
import { toPeriod } from "../../platform/dates.ts";
import type { BackendRequest } from "../../ports/http-message.ts";
import { openedStore } from "../../store/opened-store.ts";
import { keyMs } from "./key-life.ts";

/**
 * The context of one execution. With a store at the end of a network, all that it reads before it begins is read here, in
 * one round trip; with any other, nothing is.
 */
export async function openExecution(
  context: BackendContext,
  request: BackendRequest,
  sessionId: string,
): Promise<BackendContext> {
  const { store, clock } = context;
  if (store.openCall === undefined) return context;
  const now = clock.now();
  const open = {
    keyHash: hashKey(getBearer(request)),
    organisation: request.headers["x-codespar-org"],
    sessionId,
    key: request.headers["idempotency-key"],
    keysSince: now - keyMs,
    now,
    period: toPeriod(now),
    sessionExpiresAt: expiryFrom(now),
  };
  return { ...context, store: openedStore(store, open, await store.openCall(open)) };
}
