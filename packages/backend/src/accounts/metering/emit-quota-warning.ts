import type { BackendContext } from "../../context.ts";
import { eventJobs } from "../../events/create-deliveries.ts";
import { boundsOfPeriod, secondsTimestamp } from "../../platform/time.ts";
import type { StoredEvent } from "../../store/operation.ts";
import type { Organisation } from "../../store/store.ts";
import type { QuotaStanding } from "./quota-standing.ts";

/** Announces the quota's warning share by one event a period. */
export async function emitQuotaWarning(
  context: Pick<BackendContext, "clock" | "ids" | "livemode" | "store" | "wake">,
  organisation: Organisation,
  { period, quota, used }: QuotaStanding,
): Promise<void> {
  const { store, clock, ids } = context;
  // another plan has another quota to be warned of
  const name = `${period} ${quota}`;
  if ((await store.readRecordByName("quota_warning", organisation.id, name)) !== undefined) return;
  const eventId = ids.next("evt");
  const isFirst = await store.insertRecord("quota_warning", {
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
    createdAt: clock.now(),
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
