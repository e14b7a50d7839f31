import type { Report } from "../figure.ts";
import { median } from "../median.ts";
import { payCall } from "../pay-call.ts";
import { type LoadClient, loadClient } from "./load-client.ts";
import { type MeasuredServer, startServer } from "./start-server.ts";

const connections = 64;
const rounds = 5;
const calls = 6_000;

interface Round {
  perSecond: number;
  p50: number;
  p99: number;
  /** Microseconds of the server's processor time for one call. */
  cpu: number;
}

/** Executions a second that the sandbox server sustains, and how long each takes, beside a server that does nothing. */
export async function measureExecutions({ figure, progress }: Report): Promise<void> {
  const sandbox = await startServer("./sandbox-server.ts");
  const client = loadClient(sandbox.origin, connections);
  const sessionId = await client.openSession();
  const { headers, text } = await client.post(`/v1/sessions/${sessionId}/execute`, payCall);
  const bare = await startServer("./bare-server.ts", JSON.stringify(headers), text);
  const bareClient = loadClient(bare.origin, connections);
  const found: { sandbox: Round[]; bare: Round[] } = { sandbox: [], bare: [] };
  try {
    await client.pay(sessionId, calls);
    await bareClient.pay(sessionId, calls);
    for (let round = 1; round <= rounds; round++) {
      progress(`${connections} connections, round ${round} of ${rounds}`);
      found.sandbox.push(await measureRound(sandbox, client, sessionId));
      found.bare.push(await measureRound(bare, bareClient, sessionId));
    }
  } finally {
    await Promise.all([client.close(), bareClient.close()]);
    sandbox.stop();
    bare.stop();
  }
  const middle = (name: keyof typeof found, member: keyof Round) =>
    median(found[name].map((round) => round[member]));
  const beside = (member: keyof Round, unit: string, digits = 1) =>
    `node:http alone returning the same bytes: ${middle("bare", member).toFixed(digits)} ${unit}`;
  figure({
    name: `executions over ${connections} connections, server and client on the same machine`,
    value: middle("sandbox", "perSecond"),
    unit: "a second",
    baseline: beside("perSecond", "a second", 0),
  });
  figure({
    name: "the server's CPU time of an execution",
    value: middle("sandbox", "cpu") / middle("bare", "cpu"),
    unit: "times node:http's",
    baseline: `${beside("cpu", "µs", 0)}; the sandbox: ${middle("sandbox", "cpu").toFixed(0)} µs`,
  });
  for (const percentile of ["p50", "p99"] as const) {
    figure({
      name: `${percentile} of an execution over ${connections} connections`,
      value: middle("sandbox", percentile),
      unit: "ms",
      baseline: beside(percentile, "ms"),
    });
  }
}

async function measureRound(server: MeasuredServer, client: LoadClient, sessionId: string): Promise<Round> {
  const { cpu } = await server.cost();
  const begun = performance.now();
  const latencies = (await client.pay(sessionId, calls)).sort();
  const seconds = (performance.now() - begun) / 1000;
  const at = (share: number) => latencies[Math.floor(calls * share)] ?? Number.NaN;
  return {
    perSecond: calls / seconds,
    p50: at(0.5),
    p99: at(0.99),
    cpu: ((await server.cost()).cpu - cpu) / calls,
  };
}
