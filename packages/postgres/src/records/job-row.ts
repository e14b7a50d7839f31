import type { Job } from "@codespar/backend";
import type { SqlRow } from "../database/database.ts";
import type { DatabaseClock } from "../database/database-clock.ts";
import { readBoolean, readNumber, readText } from "../database/read-row.ts";
import { fromText } from "../database/to-text.ts";

export function readJob(row: SqlRow, clock: DatabaseClock): Job {
  const job: Job = {
    id: fromText(readText(row, "id")),
    kind: readText(row, "kind"),
    dueAt: clock.fromDatabase(readNumber(row, "due_at")),
    attempts: readNumber(row, "attempts"),
    payload: readText(row, "payload"),
  };
  return readBoolean(row, "has_group") ? { ...job, group: fromText(readText(row, "in_group")) } : job;
}
