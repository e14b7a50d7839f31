import type { Operation, Settlement } from "@codespar/backend";
import { consumes, isCharged, isFinal, settle } from "@codespar/backend/store";
import type { ToolCallAttempt } from "@codespar/contract";
import type { SqlValue } from "../database/database.ts";
import type { DatabaseClock } from "../database/database-clock.ts";
import { toText } from "../database/to-text.ts";

export const settleStatement = `SELECT * FROM codespar.settle_operation_1(${Array.from({ length: 37 }, (_, index) => `$${index + 1}`).join(", ")})`;

/** What the function of `settleStatement` takes. The rules of ending are the backend's; the function only writes. */
export function settleValues(
  id: string,
  lease: number,
  settlement: Settlement,
  clock: DatabaseClock,
): SqlValue[] {
  const { state, provider, error, response, attempts } = settlement;
  const ended = endedAttempt(settlement);
  const last = attempts?.at(-1);
  const settled = settle(placeholder, settlement);
  // in one order, so that two that write the same wait in a row
  const documents = settlement.documents.toSorted((a, b) =>
    compare(`${a.kind} ${a.id}`, `${b.kind} ${b.id}`),
  );
  const events = settlement.events.toSorted((a, b) => compare(a.id, b.id));
  const jobs = (settlement.jobs ?? []).toSorted((a, b) => compare(a.id, b.id));
  return [
    id,
    lease,
    state,
    isFinal(state),
    provider,
    attempts === undefined ? null : attempts.map((attempt) => JSON.stringify(attempt)),
    ended.outcome,
    ended.reason === undefined ? null : JSON.stringify(ended.reason),
    last?.provider ?? null,
    last?.outcome ?? null,
    last?.at ?? null,
    error === null ? null : JSON.stringify(error),
    response.status,
    response.body,
    settlement.completedAt,
    clock.toDatabase(settled.leaseUntil),
    isCharged(settlement),
    consumes(state, amountReservation),
    consumes(state, callReservation),
    documents.map(({ organisation }) => organisation),
    documents.map(({ kind }) => kind),
    documents.map((document) => toText(document.id)),
    documents.map((document) => JSON.stringify(document)),
    events.map((event) => event.id),
    events.map(({ organisation }) => organisation),
    events.map(({ type }) => type),
    events.map(({ createdAt }) => createdAt),
    events.map(({ sessionId }) => sessionId),
    events.map(({ toolCallId }) => toolCallId),
    events.map(({ metadata }) => JSON.stringify(metadata)),
    events.map(({ data }) => data),
    jobs.map((job) => toText(job.id)),
    jobs.map(({ kind }) => kind),
    jobs.map(({ group }) => (group === undefined ? null : toText(group))),
    jobs.map(({ dueAt }) => clock.toDatabase(dueAt)),
    jobs.map((job) => job.attempts),
    jobs.map(({ payload }) => payload),
  ];
}

const callReservation = { counter: "", add: 1, limit: 1, rule: "" };
const amountReservation = { ...callReservation, currency: "BRL" as const };

/** Stands for the row, which the function has: what `settle` makes of it shows the rules. */
const placeholder: Operation = {
  id: "",
  organisation: "",
  sessionId: "",
  key: "",
  fingerprint: "",
  verb: "execute",
  tool: "",
  server: "",
  metadata: {},
  userId: null,
  amount: null,
  currency: null,
  createdAt: 0,
  period: "",
  arguments: null,
  state: "dispatched",
  provider: null,
  account: null,
  dispatched: null,
  attempts: [{ provider: "", outcome: "pending", at: "" }],
  error: null,
  charged: false,
  completedAt: null,
  lease: 1,
  leaseUntil: 0,
  response: null,
};

/** How an attempt ends that was under way. */
function endedAttempt({
  attempts: _,
  ...settlement
}: Settlement): Pick<ToolCallAttempt, "outcome" | "reason"> {
  const [ended] = settle(placeholder, settlement).attempts;
  if (ended === undefined) throw new Error("An attempt that was under way has no end.");
  return ended;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
