import { quotaWarningShare } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { eventJobs } from "../../events/create-deliveries.ts";
import { boundsOfPeriod, periodOf, secondsTimestamp } from "../../platform/dates.ts";
import type { StoredEvent } from "../../store/operation.ts";
import type { Organisation } from "../../store/store.ts";
import { planOf } from "./quota-of.ts";

/** Tells of the quota's warning share by one event a period, to be called after what may have reached it. */
export async function emitQuotaWarning(context: BackendContext, organisation: Organisation): Promise<void> {
  const { store, clock, ids } = context;
  const quota = planOf(organisation).tool_calls;
  if (quota === null) return;
  const now = clock.now();
  const period = periodOf(now);
  const used = await store.readUsed(organisation.id, period);
  if (used < quota * quotaWarningShare) return;
  // another plan has another quota to be warned of
  const name = `${period} ${quota}`;
  if ((await store.readRecordByName("quota_notice", organisation.id, name)) !== undefined) return;
  const eventId = ids.next("evt");
  const isFirst = await store.insertRecord("quota_notice", {
    id: ids.next("qn"),
    organisation: organisation.id,
    name,
    group: null,
    version: 1,
    eventId,
  });
  if (!isFirst) return;
  const event: StoredEvent = {
    id: eventId,
    organisation: organisation.id,
    type: "quota.warning",
    createdAt: now,
    sessionId: null,
    toolCallId: null,
    metadata: {},
    data: JSON.stringify({
      quota,
      used,
      percentage: Math.round((used / quota) * 1000) / 10,
      resets_at: secondsTimestamp(boundsOfPeriod(period).end),
    }),
  };
  await store.appendEvent(event, await eventJobs(context, event, null));
  context.wake();
}
