import type { Job } from "@codespar/backend";
import { type ConnectedProvider, connect, connectors, type Sender } from "@codespar/providers/connect";
import { expect, it } from "vitest";
import { hintProcessor } from "./process-hints.ts";
import { hintJob } from "./webhook-hint.ts";

const hint = {
  organisation: "org_1",
  connectionId: "conn_1",
  server: "asaas",
  subject: { kind: "payment", id: "pay_1", key: "evt_1" },
};

/** The processor over one job, and a provider that fails. */
function setUp(send: Sender) {
  const definition = connectors.get("asaas");
  if (definition === undefined) throw new Error("Asaas has no connector.");
  const provider: ConnectedProvider = connect(definition, { environment: "test", send });
  let job: Job | undefined = hintJob(hint, 0);
  let now = 0;
  const lines: string[] = [];
  const note = (message: string) => void lines.push(message);
  const process = hintProcessor({
    store: {
      async takeJobs(_kind, at) {
        if (job === undefined || job.dueAt > at) return [];
        job = { ...job, attempts: job.attempts + 1, dueAt: at + 60_000 };
        return [job];
      },
      async finishJob(_id, retryAt) {
        job = job === undefined || retryAt === undefined ? undefined : { ...job, dueAt: retryAt };
      },
      findOperation: async () => undefined,
      findDocument: async () => undefined,
    },
    backend: {
      receive: () => Promise.reject(new Error("nothing is true")),
      webhookEndpoints: {
        find: async () => undefined,
        findByAccount: async () => [],
        read: async () => ({
          connectionId: "conn_1",
          organisation: "org_1",
          server: "asaas",
          account: "org_1",
          livemode: false,
          credentials: { api_key: "$aact_hmlg_x" },
        }),
      },
    },
    connectedFor: async () => provider,
    clock: { now: () => now },
    log: { debug: note, info: note, warn: note, error: note },
  });
  return {
    lines,
    process,
    get job() {
      return job;
    },
    moveTo(at: number) {
      now = at;
    },
  };
}

it("asks a provider that fails again, ever later, for a day, and then gives the hint up", async () => {
  let asked = 0;
  const test = setUp(async () => {
    asked += 1;
    return { status: 503, headers: {}, text: "" };
  });
  const waits: number[] = [];
  let now = 0;
  while (test.job !== undefined && waits.length < 100) {
    await test.process();
    const next = test.job?.dueAt;
    if (next === undefined) break;
    waits.push((next - now) / 1000);
    now = next;
    test.moveTo(now);
  }
  expect(waits.slice(0, 5)).toEqual([1, 2, 4, 8, 16]);
  expect(Math.max(...waits)).toBe(3600);
  expect(now / 3_600_000).toBeGreaterThan(22);
  expect(asked).toBe(36);
  expect(test.lines.at(-1)).toBe("a webhook could not be read back, and is given up");
});

it("drops what the provider does not know", async () => {
  const test = setUp(async () => ({ status: 404, headers: {}, text: "" }));
  await test.process();
  expect(test.job).toBeUndefined();
  expect(test.lines).toEqual([]);
});
