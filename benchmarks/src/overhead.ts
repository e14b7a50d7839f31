import { CodeSpar } from "@codespar/sdk";
import { Pool } from "undici";
import { measureCpuTime } from "./cpu-time.ts";
import type { Report } from "./figure.ts";
import { median } from "./median.ts";
import { benchmarkKey, payCall } from "./pay-call.ts";
import { startOverheadServer } from "./start-overhead-server.ts";

const rounds = 7;
const loads = [
  { name: "64 in flight", inFlight: 64, calls: 3_000 },
  { name: "one at a time", inFlight: 1, calls: 1_000 },
];

/** What the client costs above the HTTP that it does: processor time of this process, the server being another. */
export async function overhead({ figure, progress }: Report): Promise<void> {
  const server = await startOverheadServer();
  const path = `/v1/sessions/${server.sessionId}/execute`;
  const headers = {
    accept: "application/json",
    authorization: `Bearer ${benchmarkKey}`,
    "content-type": "application/json",
    "idempotency-key": "7e57ab1e-0000-4000-8000-000000000000",
  };
  const pool = new Pool(server.origin);
  await using codespar = new CodeSpar({ apiKey: benchmarkKey, baseUrl: server.origin });
  const session = await codespar.sessions.create({ servers: ["asaas"] });

  const clients = {
    undici: async () => {
      const body = JSON.stringify(payCall);
      const response = await pool.request({ method: "POST", path, headers, body });
      return JSON.parse(await response.body.text());
    },
    sdk: () => session.execute(payCall),
    fetch: async () => {
      const body = JSON.stringify(payCall);
      const response = await fetch(server.origin + path, { method: "POST", headers, body });
      return response.json();
    },
  };

  try {
    for (const client of Object.values(clients)) await callMany(client, 1_000, 64);
    for (const { name, inFlight, calls } of loads) {
      const microseconds: Record<keyof typeof clients, number[]> = { undici: [], sdk: [], fetch: [] };
      for (let round = 1; round <= rounds; round++) {
        progress(`${name}, round ${round} of ${rounds}`);
        microseconds.undici.push(await cpuPerCall(clients.undici, calls, inFlight));
        microseconds.sdk.push(await cpuPerCall(clients.sdk, calls, inFlight));
        microseconds.fetch.push(await cpuPerCall(clients.fetch, calls, inFlight));
      }
      const [undici, sdk, builtin] = [microseconds.undici, microseconds.sdk, microseconds.fetch].map(median);
      figure({
        name: `${name}, CPU time of execute`,
        value: median(microseconds.sdk.map((value, round) => value / (microseconds.undici[round] ?? 0))),
        unit: "times undici's",
        target: { atMost: 1.3 },
        baseline: `a bare Pool.request: ${undici?.toFixed(0)} µs a call; execute: ${sdk?.toFixed(0)} µs`,
      });
      figure({
        name: `${name}, CPU time of execute`,
        value: median(microseconds.sdk.map((value, round) => value / (microseconds.fetch[round] ?? 0))),
        unit: "times the built-in fetch's",
        target: inFlight > 1 ? { atMost: 1 / 3 } : undefined,
        baseline: `the built-in fetch: ${builtin?.toFixed(0)} µs a call`,
      });
    }
  } finally {
    await pool.close();
    server.stop();
  }
}

async function cpuPerCall(call: () => Promise<unknown>, calls: number, inFlight: number): Promise<number> {
  return (await measureCpuTime(() => callMany(call, calls, inFlight))) / calls;
}

async function callMany(call: () => Promise<unknown>, calls: number, inFlight: number): Promise<void> {
  let left = calls;
  const callOn = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: inFlight }, callOn));
}
