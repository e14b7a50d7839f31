import type { Dispatch, Operation, Store } from "@codespar/backend";
import { call, end } from "../testing/calls.ts";
import type { TestProvider } from "../testing/test-provider.ts";

/** So short that what a dead process held is taken over at once. */
const leaseMs = 700;

/** One amount that all calls of the test share. */
export const sharedCounter = { counter: "everything", add: 1, limit: 1_000_000, rule: "max_tool_calls" };

/** A caller's request under its key: begun, or joined when it was begun before. */
export async function request(store: Store, provider: TestProvider, key: number, id: number): Promise<void> {
  // half of them are dispatched as they begin, by software that does that
  const isAtOnce = store.beginsDispatched === true && key % 2 === 0;
  const begun = await store.beginOperation(
    call(id, Date.now(), {
      operation: { key: `key ${key}`, id: `tc_${String(id).padStart(10, "0")}` },
      leaseUntil: Date.now() + leaseMs,
      quota: 1_000_000,
      reservations: [sharedCounter],
      dispatch: isAtOnce ? dispatchNow() : undefined,
    }),
  );
  if (begun.outcome !== "started") return;
  if (isAtOnce) await pay(store, provider, begun.operation);
  else await execute(store, provider, begun.operation);
}

/** Takes over what others left behind. Returns how much that was. */
export async function resume(store: Store, provider: TestProvider): Promise<number> {
  const taken = await store.takeOperations(Date.now(), 5, Date.now() + leaseMs);
  await Promise.all(
    taken.map((operation) =>
      operation.state === "dispatched"
        ? recover(store, provider, operation)
        : execute(store, provider, operation),
    ),
  );
  return taken.length;
}

function dispatchNow(): Dispatch {
  const attempt = { provider: "asaas", outcome: "pending" as const, at: new Date().toISOString() };
  const note = { connection: null, call: null };
  return { attempt, account: "org_a", note, leaseUntil: Date.now() + leaseMs };
}

async function execute(store: Store, provider: TestProvider, operation: Operation): Promise<void> {
  if (await store.markDispatched(operation.id, operation.lease, dispatchNow()))
    await pay(store, provider, operation);
}

async function pay(store: Store, provider: TestProvider, { id, lease }: Operation): Promise<void> {
  // lost to a `find` that came first: the lease is another's by now
  if (!(await provider.pay(id))) return;
  await settle(store, id, lease, "succeeded");
}

async function recover(store: Store, provider: TestProvider, { id, lease }: Operation): Promise<void> {
  await settle(store, id, lease, (await provider.find(id)) === "done" ? "succeeded" : "failed");
}

async function settle(store: Store, id: string, lease: number, state: "succeeded" | "failed"): Promise<void> {
  await store.settleOperation(id, lease, {
    ...end(Date.now(), state),
    events: [
      {
        id: `evt_${id}_${lease}`,
        organisation: "org_a",
        type: `tool_call.${state}`,
        createdAt: Date.now(),
        sessionId: "ses_a",
        toolCallId: id,
        metadata: {},
        data: "{}",
      },
    ],
  });
}
