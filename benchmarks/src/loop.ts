import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Transport } from "@codespar/contract";
import { createSandbox } from "@codespar/sandbox";
import { CodeSpar, type LoopJournal, memoryJournal, type Session } from "@codespar/sdk";
import { fileJournal } from "@codespar/sdk/node";
import { measureCpuTime } from "./cpu-time.ts";
import type { Report } from "./figure.ts";
import { median } from "./median.ts";
import { benchmarkKey, payCall } from "./pay-call.ts";

const steps = 1_000;
const long = 10_000;

/** What a loop adds to the calls that it makes: a journalled step, in memory and on the disk, and a loop of 10,000. */
export async function loop(report: Report): Promise<void> {
  const session = await openCannedSession();
  await measureStep(report, session);
  await measureLength(report, session);
  const folder = await mkdtemp(join(tmpdir(), "codespar-bench-"));
  try {
    await measureFile(report, session, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureStep({ figure, progress }: Report, session: Session): Promise<void> {
  const rounds: { execute: number; step: number }[] = [];
  for (let round = 0; round < 60; round += 1) {
    progress(`a journalled step, round ${round + 1} of 60`);
    const execute = await measureCpuTime(async () => {
      for (let call = 0; call < steps; call += 1)
        await session.execute(payCall, { idempotencyKey: `loop-${round}/step-${call}` });
    });
    const step = await measureCpuTime(() => run(session, `loop-${round}`, steps, memoryJournal()));
    // the first rounds compile
    if (round >= 20) rounds.push({ execute: execute / steps, step: step / steps });
  }
  const execute = median(rounds.map((round) => round.execute));
  figure({
    name: "a step with its journal in memory, above a plain execute",
    value: median(rounds.map((round) => round.step - round.execute)),
    unit: "µs",
    target: { atMost: 5 },
    baseline: `execute over a transport that responds at once: ${execute.toFixed(1)} µs of CPU time`,
  });
}

async function measureLength({ figure, progress }: Report, session: Session): Promise<void> {
  const ratios: number[] = [];
  let total = 0;
  let again = 0;
  for (let round = 0; round < 7; round += 1) {
    progress(`a loop of ${long} steps, round ${round + 1} of 7`);
    const short = await measureCpuTime(async () => {
      for (let part = 0; part < long / 100; part += 1)
        await run(session, `short-${round}-${part}`, 100, memoryJournal());
    });
    const journal = memoryJournal();
    total = await measureCpuTime(() => run(session, `long-${round}`, long, journal));
    again = await measureCpuTime(() => run(session, `long-${round}`, long, journal));
    ratios.push(total / short);
  }
  figure({
    name: `a loop of ${long} steps`,
    value: median(ratios),
    unit: "times as many steps in loops of 100",
    target: { atMost: 1.25 },
    baseline: `${(total / 1000).toFixed(0)} ms of CPU time; run again with its journal, ${(again / 1000).toFixed(0)} ms`,
  });
}

/** On the clock: what a step on the disk costs is waiting for the disk. */
async function measureFile({ figure, progress }: Report, session: Session, folder: string): Promise<void> {
  const count = 200;
  const rounds: { step: number; sync: number }[] = [];
  for (let round = 0; round < 5; round += 1) {
    progress(`a step on the disk, round ${round + 1} of 5`);
    const journal = fileJournal(join(folder, `loop-${round}.jsonl`));
    const begun = performance.now();
    await run(session, `file-${round}`, count, journal);
    const between = performance.now();
    await syncLines(join(folder, `bare-${round}`), count * 2);
    rounds.push({ step: (between - begun) / count, sync: (performance.now() - between) / count });
  }
  const step = median(rounds.map((round) => round.step));
  figure({
    name: "a step with its journal in a file, two lines and an fsync each",
    value: median(rounds.map((round) => round.step / round.sync)),
    unit: "times writing and syncing two lines",
    baseline: `${step.toFixed(2)} ms on the clock; ${median(rounds.map(({ sync }) => sync)).toFixed(2)} ms for the bare lines`,
  });
}

async function syncLines(path: string, count: number): Promise<void> {
  const file = await open(path, "a");
  const line = `${"x".repeat(300)}\n`;
  for (let written = 0; written < count; written += 1) {
    await file.write(line);
    await file.datasync();
  }
  await file.close();
}

async function run(session: Session, id: string, count: number, journal: LoopJournal): Promise<void> {
  const outcome = await session.loop({
    id,
    journal,
    steps: Array.from({ length: count }, () => payCall),
  });
  if (outcome.status !== "completed") throw new Error(`The loop ended as ${outcome.status}.`);
}

/** A session whose calls get a real response at once, so that what the client adds is seen. */
async function openCannedSession(): Promise<Session> {
  const sandbox = createSandbox({ seed: 1, now: "2026-11-21T12:00:00Z" });
  let result: Awaited<ReturnType<Transport["request"]>> | undefined;
  const transport: Transport = {
    async request(request) {
      if (result !== undefined && request.path.endsWith("/execute")) return result;
      const response = await sandbox.transport.request(request);
      if (!request.path.endsWith("/execute")) return response;
      const text = await response.text();
      result = { ...response, text: async () => text };
      return result;
    },
  };
  const session = await new CodeSpar({ apiKey: benchmarkKey, transport }).sessions.create({
    servers: ["asaas"],
  });
  await session.execute(payCall);
  return session;
}
