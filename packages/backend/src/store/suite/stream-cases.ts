import type { StreamEventBody } from "@codespar/contract";
import { expectEqual } from "./expect.ts";
import { dispatched, settlement } from "./fixtures.ts";
import { storeCase } from "./store-case.ts";

const routed = (attempt: number): StreamEventBody => ({
  type: "tool_call.routed",
  data: { provider: "asaas", attempt, reason: "preferred" },
});
const { signal } = new AbortController();

/** What a stream shows while its call runs. */
export const streamCases = [
  storeCase("a stream is read from where the reader is", async (store) => {
    const { id } = await dispatched(store, 1);
    await store.appendStream(id, routed(1));
    await store.appendStream(id, routed(2));
    expectEqual((await store.readStream(id, 0, signal)).events, [routed(1), routed(2)], "all");
    expectEqual((await store.readStream(id, 1, signal)).events, [routed(2)], "rest");
  }),
  storeCase("events appended without waiting keep their order", async (store) => {
    const { id } = await dispatched(store, 1);
    await Promise.all([1, 2, 3, 4].map((number) => store.appendStream(id, routed(number))));
    expectEqual((await store.readStream(id, 0, signal)).events, [1, 2, 3, 4].map(routed), "events");
  }),
  storeCase("a reader waits for the next event, and for the end", async (store) => {
    const { id, lease } = await dispatched(store, 1);
    const first = store.readStream(id, 0, signal);
    await store.appendStream(id, routed(1));
    expectEqual((await first).events.length, 1, "event");
    const last = store.readStream(id, 1, signal);
    await store.settleOperation(id, lease, settlement("succeeded"));
    const { events, operation } = await last;
    expectEqual([events, operation.state], [[], "succeeded"], "end");
  }),
  storeCase("reading ends with the signal's reason", async (store) => {
    const { id } = await dispatched(store, 1);
    const abort = new AbortController();
    const reading = store.readStream(id, 0, abort.signal).catch((error: unknown) => error);
    const reason = new Error("left");
    abort.abort(reason);
    expectEqual((await reading) === reason, true, "reason");
  }),
  storeCase("a call that has settled takes nothing more", async (store) => {
    const { id, lease } = await dispatched(store, 1);
    await store.settleOperation(id, lease, settlement("succeeded"));
    await store.appendStream(id, routed(1));
    expectEqual((await store.readStream(id, 0, signal)).events, [], "events");
  }),
];
