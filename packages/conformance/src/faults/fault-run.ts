import { pick, type RandomSource, seededRandom } from "@codespar/formats";
import type { Fault, Sandbox } from "@codespar/sandbox";
import { CodeSpar, CodeSparError, type LoopJournal, memoryJournal, type Session } from "@codespar/sdk";
import { apiKey, type FaultWorldName, faultWorlds } from "./fault-worlds.ts";
import { silenceEndingRuntime } from "./silence-ending-runtime.ts";
import { type WireBreak, WireScript, wireBreaks } from "./wire-break.ts";

/** How Asaas misbehaves when it is asked for a payment. */
const providerFaults: Readonly<Record<string, Fault>> = {
  none: {},
  slow: { slowMs: 20 },
  down: { down: true },
  "503": { errorBeforeProcessing: true },
  flaky: { flaky: 2 },
  "lost before commit": { timeoutBeforeCommit: true },
  "lost after commit": { commitThenTimeout: true },
  "lost before commit, and it cannot tell": { timeoutBeforeCommit: true, forget: true },
  "lost after commit, and it cannot tell": { commitThenTimeout: true, forget: true },
};

const verbs = ["execute", "send", "sendStream", "loop"] as const;
type Verb = (typeof verbs)[number];

/** One payment under faults. */
interface Scene {
  verb: Verb;
  /** One for each connection; null lets it be. */
  wire: readonly (WireBreak | null)[];
  provider: string;
  times: number;
}

export interface FaultReport {
  runs: number;
  /** Connections broken and responses lost at providers. */
  injected: number;
  /** Runs after which there was more than one payment. */
  duplicates: number;
  /** Runs that ended without a payment, or that reported one that was not there. */
  losses: number;
  /** What went wrong, each with the command that plays it again. */
  failures: string[];
}

/** Scenes by chance, the same for the same seed; for 0, every scene that there is. */
function getScenes(seed: number): Scene[] {
  return seed === 0 ? allScenes() : randomScenes(seededRandom(seed), 60);
}

/** Every place where it can break, under every verb: at the wire, at the provider, and both at once. */
function allScenes(): Scene[] {
  const wires: Scene["wire"][] = [
    [],
    ...wireBreaks.map((wireBreak) => [wireBreak]),
    ["after_send", "mid_body"],
    ["silent_after_send", "mid_body"],
    // more than the client's own retries
    ["after_send", "after_send", "after_send", "after_send"],
    ["silent_before_send", "silent_before_send", "silent_before_send", "silent_before_send"],
    ["silent_after_send", "silent_after_send", "silent_after_send", "silent_after_send"],
  ];
  // the call is queued, and waiting for it breaks
  const waits: Scene["wire"][] = wireBreaks.map((wireBreak) => [null, wireBreak]);
  return verbs.flatMap((verb) =>
    [...wires, ...(verb === "send" ? waits : [])].flatMap((wire) =>
      Object.keys(providerFaults).map((provider) => ({ verb, wire, provider, times: 1 })),
    ),
  );
}

function randomScenes(random: RandomSource, count: number): Scene[] {
  return Array.from({ length: count }, () => ({
    verb: pick(random, verbs),
    wire: Array.from({ length: random.integer(5) }, () => pick(random, wireBreaks)),
    provider: pick(random, Object.keys(providerFaults)),
    times: 1 + random.integer(3),
  }));
}

/**
 * Plays the seed's scenes one after another in one world, and counts what came of them at the simulated providers. Seed 0 has
 * every scene, any other some by chance.
 */
export async function playScenes(name: FaultWorldName, seed: number): Promise<FaultReport> {
  const script = new WireScript();
  const world = await faultWorlds[name]({ seed, now: "2026-11-21T12:00:00Z" }, script);
  const report: FaultReport = { runs: 0, injected: 0, duplicates: 0, losses: 0, failures: [] };
  const client = new CodeSpar(
    { apiKey, transport: world.transport, maxRetries: 2 },
    silenceEndingRuntime(script),
  );
  try {
    for (const [index, scene] of getScenes(seed).entries()) {
      const amount = 1001 + index;
      const problem = await play(client, world.sandbox, script, scene, `${seed}-${index}`, amount);
      const payments = getPayments(world.sandbox, amount);
      report.runs += 1;
      if (scene.provider !== "none") report.injected += 1;
      if (payments > 1) report.duplicates += 1;
      if (payments === 0 || problem !== undefined) report.losses += 1;
      if (payments !== 1 || problem !== undefined) {
        const what = problem ?? `${payments} payments`;
        report.failures.push(
          `${what} in run ${index}, ${JSON.stringify(scene)}. Again: pnpm test:soak --seed ${seed} --over ${name}`,
        );
      }
      // circuits close
      await world.sandbox.clock.advance("40s");
    }
    report.injected += script.injected;
    return report;
  } finally {
    await world.close();
  }
}

/** One payment: under faults, then without, always under one key. What was reported wrongly, if anything was. */
async function play(
  client: CodeSpar,
  sandbox: Sandbox,
  script: WireScript,
  { verb, wire, provider, times }: Scene,
  id: string,
  amount: number,
): Promise<string | undefined> {
  const session = await client.sessions.create({ servers: ["asaas", "mercadopago"] });
  const fault = providerFaults[provider] ?? {};
  sandbox.faults.set("asaas", { ...fault, times, tool: "asaas_create_payment" });
  script.arm(wire);
  const journal = memoryJournal();
  const response = await call(client, session, { verb, id, amount, journal });
  const payments = getPayments(sandbox, amount);
  if (response === "done" && payments !== 1) return `reported as done with ${payments} payments`;
  if (response === "nothing" && payments !== 0) return `reported as not happened with ${payments} payments`;
  if (response.startsWith("unexpected")) return response;
  script.arm([]);
  sandbox.faults.clear();
  const settled = await client.toolCalls.reconcile(`${id}/pay`).catch((error: unknown) => error);
  const isFree = settled instanceof CodeSparError && settled.code === "not_found";
  const status = isFree ? "failed" : (settled as { status?: string }).status;
  if (status !== "succeeded" && status !== "failed") return `reconciled to ${status}`;
  if (getPayments(sandbox, amount) !== (status === "succeeded" ? 1 : 0))
    return `reconciled to ${status}, wrongly`;
  // a loop is picked up by its journal, everything else by its key
  const again = verb === "loop" ? verb : "execute";
  const last = await call(client, session, { verb: again, id, amount, journal });
  return last === "done" ? undefined : `at last reported: ${last}`;
}

/** Makes the payment, and says what the caller was told of it. */
async function call(
  client: CodeSpar,
  session: Session,
  { verb, id, amount, journal }: { verb: Verb; id: string; amount: number; journal: LoopJournal },
): Promise<string> {
  const pay = { name: "codespar_pay", arguments: { method: "pix", amount, currency: "BRL" } } as const;
  const key = { idempotencyKey: `${id}/pay` };
  try {
    if (verb === "loop") {
      const { status, steps } = await session.loop({
        id,
        journal,
        steps: [{ id: "pay", ...pay }],
      });
      return status === "completed" ? "done" : describeError(steps[0]?.error);
    }
    if (verb === "send") {
      const { tool_call_id } = await session.send(pay, key);
      const waited = await client.toolCalls.wait(tool_call_id).catch(() => undefined);
      // the waiting broke; the call goes on
      if (waited === undefined) return "unknown";
      const { status, error } = waited;
      return status === "succeeded" ? "done" : told(error?.code ?? status);
    }
    const result =
      verb === "execute" ? await session.execute(pay, key) : await session.sendStream(pay, key).result();
    return result.success ? "done" : told(`refused: ${result.error.code}`);
  } catch (error) {
    return describeError(error);
  }
}

function describeError(error: unknown): string {
  return told(error instanceof CodeSparError ? error.code : String(error));
}

function told(code: string): string {
  if (code === "provider_unavailable" || code === "connection_error") return "nothing";
  // neither success nor failure: the key finds out
  if (code === "outcome_unknown" || code === "unknown") return "unknown";
  return `unexpected ${code}`;
}

function getPayments(sandbox: Sandbox, amount: number): number {
  const reais = amount / 100;
  return sandbox.calls.filter(
    ({ effect, arguments: args }) => effect && (args.value === reais || args.transaction_amount === reais),
  ).length;
}
