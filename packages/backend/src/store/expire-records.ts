import type { Clock } from "../ports/clock.ts";
import type { RecordKind } from "./record.ts";
import type { Store } from "./store.ts";

const kind = "expire_records";
const hourMs = 3_600_000;

/** The payload of such a job: the records of one kind and group are no longer needed. */
interface ExpiredGroup {
  kind: RecordKind;
  organisation: string;
  group: string;
}

/** Has records deleted in the hour after `expiresAt`. Returns the group that they have to be in. */
export async function expireLater(
  { store }: { store: Store },
  record: { kind: RecordKind; organisation: string; expiresAt: number },
): Promise<string> {
  const hour = Math.floor(record.expiresAt / hourMs) + 1;
  const group = `expires ${new Date(hour * hourMs).toISOString().slice(0, 13)}`;
  const expired: ExpiredGroup = { kind: record.kind, organisation: record.organisation, group };
  await store.addJob({
    id: `${kind} ${record.kind} ${record.organisation} ${group}`,
    kind,
    dueAt: hour * hourMs,
    attempts: 0,
    payload: JSON.stringify(expired),
  });
  return group;
}

/** Deletes the records that have expired. Returns how many groups there were. */
export async function processExpiredRecords({
  store,
  clock,
}: {
  store: Store;
  clock: Clock;
}): Promise<number> {
  const now = clock.now();
  const jobs = await store.takeJobs(kind, now, 100, now + 60_000);
  for (const job of jobs) {
    const { kind, organisation, group }: ExpiredGroup = JSON.parse(job.payload);
    for (;;) {
      const { rows } = await store.listRecords(kind, organisation, { group }, { limit: 100 });
      for (const { id } of rows) await store.deleteRecord(kind, organisation, id);
      if (rows.length < 100) break;
    }
    await store.finishJob(job.id);
  }
  return jobs.length;
}
