import { createSandbox, type SandboxOptions } from "@codespar/sandbox";
import { CodeSpar, type Session } from "@codespar/sdk";
import { measureCpuTime } from "./cpu-time.ts";
import type { BenchmarkOptions, Report } from "./figure.ts";
import { heapUsed } from "./heap-used.ts";
import { median } from "./median.ts";
import { benchmarkKey, payCall } from "./pay-call.ts";

/** How many calls are measured at once; between them the machine is measured. */
const window = 2_000;
const flat = { atMost: 1.25 };

/** The whole of CodeSpar in this process: a Pix from the client through the backend to a simulated provider and back. */
export async function embedded(report: Report, options: BenchmarkOptions): Promise<void> {
  const response = await measureSpeed(report);
  await measureLog(report, options, response);
  await measureSessions(report, response);
  await measureRetention(report);
}

/** Calls a second, beside what the machine does. */
async function measureSpeed({ figure, progress }: Report): Promise<object> {
  const { session } = await open();
  const response = await session.execute(payCall);
  const calls: number[] = [];
  const roundTrips: number[] = [];
  for (let round = 1; round <= 12; round++) {
    progress(`calls a second, round ${round} of 12`);
    const cost = await measure([session], response);
    // the first rounds compile
    if (round <= 4) continue;
    calls.push(cost.call);
    roundTrips.push(cost.roundTrip);
  }
  const [call, roundTrip] = [median(calls), median(roundTrips)];
  figure({
    name: "execute of codespar_pay",
    value: 1e6 / call,
    unit: "calls a second on one core",
    target: { atLeast: 15_000 },
    baseline: `${call.toFixed(0)} µs of CPU time a call`,
    reason: `15,000 a second leave ${(1e6 / 15_000 / roundTrip).toFixed(0)} JSON round trips a call on this machine; see the next figure, and benchmarks/README.md`,
  });
  figure({
    name: "the same as a ratio, for a machine of any speed",
    value: median(calls.map((cost, round) => cost / (roundTrips[round] ?? 0))),
    unit: "JSON round trips a call",
    baseline: `JSON.stringify and JSON.parse of the call's response: ${(1e6 / roundTrip).toFixed(0)} a second here`,
  });
  return response;
}

async function measureLog({ figure, progress }: Report, { long }: BenchmarkOptions, response: object) {
  const most = long ? 1_000_000 : 200_000;
  const { session } = await open();
  let recorded = 0;
  const recordUntil = async (count: number) => {
    for (; recorded < count; recorded++) {
      if (recorded % window === 0) progress(`${recorded} of ${most} recorded calls`);
      await session.execute(payCall);
    }
  };
  const costHere = async () => {
    const costs = [];
    for (let round = 0; round < 5; round++) costs.push(await measure([session], response));
    recorded += 5 * window;
    return ratio(costs);
  };
  await recordUntil(1_000);
  const heapBefore = await heapUsed();
  const costBefore = await costHere();
  await recordUntil(most - 5 * window);
  const costAfter = await costHere();
  figure({
    name: `a call with ${most} recorded calls`,
    value: costAfter / costBefore,
    unit: "times one with 1,000",
    target: flat,
    baseline: "both measured in JSON round trips made in between",
  });
  figure({
    name: "memory of a logged call, with its payloads and what its provider remembers",
    value: ((await heapUsed()) - heapBefore) / (recorded - 1_000) / 1000,
    unit: "kB",
    baseline: `the heap from 1,000 to ${recorded} calls`,
  });
}

async function measureSessions({ figure, progress }: Report, response: object): Promise<void> {
  const most = 100_000;
  const { codespar, session } = await open();
  const sessions = [session];
  const openUntil = async (count: number) => {
    while (sessions.length < count) {
      if (sessions.length % window === 0) progress(`${sessions.length} of ${most} open sessions`);
      sessions.push(await codespar.sessions.create({ servers: ["asaas"] }));
    }
  };
  const costHere = async () => {
    const costs = [];
    // all over the store, not only what was opened last
    const stride = Math.max(1, Math.floor(sessions.length / window));
    const called = sessions.filter((_session, index) => index % stride === 0);
    for (let round = 0; round < 5; round++) costs.push(await measure(called, response));
    return ratio(costs);
  };
  await openUntil(10);
  const costBefore = await costHere();
  const heapBefore = await heapUsed();
  await openUntil(most);
  // those that the client holds are the application's
  const clientSide = sessions.length;
  const heapAfter = await heapUsed();
  const costAfter = await costHere();
  figure({
    name: `a call with ${most} open sessions`,
    value: costAfter / costBefore,
    unit: "times one with 10",
    target: flat,
    baseline: "both measured in JSON round trips made in between",
  });
  figure({
    name: "memory of an idle session, the client's object included",
    value: (heapAfter - heapBefore) / (clientSide - 10) / 1000,
    unit: "kB",
    baseline: `the heap from 10 to ${most} sessions`,
  });
}

/** What is left of a call when its response is not kept any more, and when it has left the log. */
async function measureRetention({ figure, progress }: Report): Promise<void> {
  const calls = 10_000;
  const { sandbox, session } = await open({ logRetentionDays: 30 });
  await session.execute(payCall);
  const before = await heapUsed();
  progress(`${calls} calls that are forgotten`);
  for (let call = 0; call < calls; call++) await session.execute(payCall);
  await sandbox.clock.advance("31d");
  await sandbox.settle();
  figure({
    name: "memory of a call after logRetentionDays: what the simulated provider remembers",
    value: ((await heapUsed()) - before) / calls / 1000,
    unit: "kB",
    baseline: `the heap before and after ${calls} calls`,
  });
}

async function open(options: SandboxOptions = {}) {
  const sandbox = createSandbox({
    seed: 1,
    now: "2026-11-21T12:00:00Z",
    maxCalls: 2_000_000,
    ...options,
  });
  const codespar = new CodeSpar({ apiKey: benchmarkKey, transport: sandbox.transport });
  return { sandbox, codespar, session: await codespar.sessions.create({ servers: ["asaas"] }) };
}

interface Cost {
  /** Microseconds of CPU time. */
  call: number;
  roundTrip: number;
}

/** A window of calls, and as many round trips of a response through JSON right after it. */
async function measure(sessions: readonly Session[], response: object): Promise<Cost> {
  const calls = await measureCpuTime(async () => {
    for (let call = 0; call < window; call++) await sessions[call % sessions.length]?.execute(payCall);
  });
  const roundTrips = await measureCpuTime(() => {
    for (let trip = 0; trip < window * 4; trip++) JSON.parse(JSON.stringify(response));
  });
  return { call: calls / window, roundTrip: roundTrips / (window * 4) };
}

/** Over all windows together, so that a collection of garbage counts wherever it falls. */
function ratio(costs: readonly Cost[]): number {
  const sum = (select: (cost: Cost) => number) => costs.reduce((total, cost) => total + select(cost), 0);
  return sum(({ call }) => call) / sum(({ roundTrip }) => roundTrip);
}
