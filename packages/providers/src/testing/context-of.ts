import { seededRandom } from "@codespar/formats";
import { merchant } from "../simulation/merchant.ts";
import type { CallContext } from "../simulation/provider-definition.ts";
import type { SimulationState } from "../simulation/simulation-state.ts";

/** One account at one simulated server as an engine sees it, at a moment in milliseconds since the epoch. */
export function contextOf(
  state: SimulationState,
  {
    now = Date.UTC(2026, 10, 20, 15),
    random = seededRandom(1),
  }: { now?: number; random?: CallContext["random"] } = {},
): CallContext {
  const key = { server: "test", account: "org" };
  return {
    ...key,
    merchant,
    now,
    random,
    operationId: "tc_1",
    emit() {},
    // the engine that reads a document is the one that wrote it, so it knows the shape
    get: (kind, id) => state.get({ ...key, kind, id }) as never,
    put: (kind, id, document) => state.put({ ...key, kind, id }, JSON.parse(JSON.stringify(document))),
    list: (kind) => [...state.list(key.server, key.account, kind)] as never,
    schedule: (at, task, kind, id) => state.schedule({ at, task, ...key, kind, id }),
    notify() {},
    nextNumber: (series) => state.nextNumber(series),
    pageUrl: () => "https://pages.example/",
    qrPicture: () => "",
  };
}
