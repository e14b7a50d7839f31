import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandboxServer } from "@codespar/sandbox/server";
import { describe, expect, it } from "vitest";
import { listEffects } from "../money/money-world.ts";

interface Exit {
  signal: string | null;
  lines: string[];
  stderr: string;
}

function runWorker(...args: string[]): Promise<Exit> {
  return new Promise((resolve) => {
    const program = join(import.meta.dirname, "order-worker.ts");
    const options = { timeout: 120_000, killSignal: "SIGABRT" as const };
    execFile(
      process.execPath,
      ["--conditions=@codespar/source", program, ...args],
      options,
      (error, stdout, stderr) =>
        resolve({ signal: error?.signal ?? null, lines: stdout.trim().split("\n"), stderr }),
    );
  });
}

/** A server of its own and a journal for one order, whose worker dies at each of the points in turn. */
async function fulfil(points: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), "codespar-loop-"));
  const server = await startSandboxServer({ port: 0, plan: "growth", rateLimit: false, drainMs: 500 });
  try {
    const exits: Exit[] = [];
    for (const point of [...points, "nowhere"]) {
      exits.push(await runWorker(server.url, server.apiKey, join(folder, "order-1.jsonl"), point));
    }
    const effects = listEffects(server.sandbox).map(({ provider, tool }) => `${provider} ${tool}`);
    return { exits, effects };
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
}

const untouched = await fulfil([]);
const points = untouched.exits[0]?.lines.slice(0, -1) ?? [];

describe("a loop whose worker is killed", () => {
  it("takes one payment, issues one invoice and buys one label when nothing happens", () => {
    expect(untouched.exits).toMatchObject([{ signal: null, stderr: "" }]);
    expect(untouched.exits[0]?.lines.at(-1)).toBe("completed");
    expect(untouched.effects).toEqual([
      "asaas asaas_create_payment",
      "nuvem-fiscal nuvem_fiscal_create_nfe",
      // a label: made, then paid for
      "melhor-envio melhor_envio_create_shipment",
      "melhor-envio melhor_envio_checkout_cart",
    ]);
    // four calls, and nine entries of the journal
    expect(points).toHaveLength(4 * 2 + 9 * 2);
  });

  it.concurrent.each(points)("%s", { timeout: 240_000 }, async (point) => {
    const { exits, effects } = await fulfil([point]);
    expect(exits.map(({ signal }) => signal)).toEqual(["SIGKILL", null]);
    expect(exits[0]?.lines.at(-1)).toBe(point);
    expect(exits[1]?.lines.at(-1)).toBe("completed");
    expect(effects).toEqual(untouched.effects);
  });

  it("at every second point, one worker after the other", { timeout: 480_000 }, async () => {
    const sequence = [
      "loop.started: half written",
      "pay step.started: after it is written",
      "call 1: while it is sent",
      "pay step.completed: half written",
      "invoice step.started: half written",
      "call 1: after its response began",
      "label step.completed: half written",
    ];
    const { exits, effects } = await fulfil(sequence);
    expect(exits.map(({ signal }) => signal)).toEqual([...sequence.map(() => "SIGKILL"), null]);
    expect(exits.at(-1)?.lines.at(-1)).toBe("completed");
    expect(effects).toEqual(untouched.effects);
  });
});
