import { execFileSync } from "node:child_process";
import type { Report } from "../figure.ts";
import { payCall } from "../pay-call.ts";
import { loadClient } from "./load-client.ts";
import { openStreams } from "./open-streams.ts";
import { startServer } from "./start-server.ts";

const streams = 10_000;
/** Calls that the streams are shared out among: their own memory is not what is measured. */
const calls = 100;

/** Event streams that wait for something to happen, each with a connection of its own. */
export async function measureStreams({ figure, progress }: Report): Promise<void> {
  const held = Math.min(streams, openFileLimit() - 500);
  progress(`${held} event streams`);
  const sandbox = await startServer("./sandbox-server.ts");
  const bare = await startServer("./bare-server.ts");
  const client = loadClient(sandbox.origin, 1);
  const sessionId = await client.openSession();
  await client.post("/sandbox/faults", { server: "asaas", fault: { slow_ms: 3_600_000 } });
  const ids: string[] = [];
  for (let call = 0; call < calls; call++) {
    const { text } = await client.post(`/v1/sessions/${sessionId}/send`, payCall);
    const queued: { tool_call_id: string } = JSON.parse(text);
    ids.push(queued.tool_call_id);
  }
  const all = Array.from({ length: held }, (_, stream) => ids[stream % calls] ?? "");
  try {
    const memory = { sandbox: await hold(sandbox, all), bare: await hold(bare, all) };
    const { perStream, response } = memory.sandbox;
    figure({
      name: `memory of an idle event stream, ${held} held open`,
      value: perStream / 1000,
      unit: "kB",
      target: { atMost: 50 },
      baseline: `node:http alone: ${(memory.bare.perStream / 1000).toFixed(1)} kB; resident memory, sockets included`,
    });
    figure({
      name: `a new session while ${held} streams are open`,
      value: response,
      unit: "ms",
      target: { atMost: 100 },
      baseline: `${memory.bare.response.toFixed(1)} ms for an empty response of node:http alone`,
    });
    if (held < streams) {
      const advice = `ulimit -n is ${openFileLimit()}: raise it to ${streams + 500} to hold ${streams}`;
      figure({ name: advice, value: held, unit: "streams", target: { atLeast: streams } });
    }
  } finally {
    await client.close();
    sandbox.stop();
    bare.stop();
  }
}

/** Resident bytes that a stream takes, and the milliseconds of a request while all of them are open. */
async function hold(server: Awaited<ReturnType<typeof startServer>>, toolCallIds: readonly string[]) {
  const client = loadClient(server.origin, 1);
  const few = await openStreams(server.origin, toolCallIds.slice(0, 100));
  const before = await server.cost();
  const sockets = await openStreams(server.origin, toolCallIds);
  const after = await server.cost();
  const begun = performance.now();
  await client.post("/v1/sessions", { servers: ["asaas"] });
  const response = performance.now() - begun;
  const open = sockets.filter(({ readyState }) => readyState === "open").length;
  if (open < sockets.length) throw new Error(`${sockets.length - open} streams did not stay open.`);
  for (const socket of [...few, ...sockets]) socket.destroy();
  await client.close();
  return { perStream: (after.resident - before.resident) / sockets.length, response };
}

/** Files that a process may have open; each stream is one, here and in the server. */
function openFileLimit(): number {
  const limit = execFileSync("sh", ["-c", "ulimit -n"], { encoding: "utf8" }).trim();
  return limit === "unlimited" ? Number.POSITIVE_INFINITY : Number(limit);
}
