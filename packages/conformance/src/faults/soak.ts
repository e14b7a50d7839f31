import { parseArgs } from "node:util";
import { type FaultReport, playScenes } from "./fault-run.ts";
import { type FaultWorldName, faultWorlds } from "./fault-worlds.ts";

/**
 * The fault suite for as long as it may take: `pnpm test:soak [--minutes 10] [--seed N] [--over undici]`. Each failure is printed
 * with the command that plays it again: with `--seed` that seed is played, once. `--over` keeps to one transport.
 */
const { values } = parseArgs({
  options: { minutes: { type: "string", default: "10" }, seed: { type: "string" }, over: { type: "string" } },
});
const names = (Object.keys(faultWorlds) as FaultWorldName[]) // the keys of a constant
  .filter((name) => values.over === undefined || values.over === name);
if (names.length === 0) throw new Error(`--over is one of ${Object.keys(faultWorlds).join(", ")}.`);

const until = Date.now() + Number(values.minutes) * 60_000;
const total: FaultReport = { runs: 0, injected: 0, duplicates: 0, losses: 0, failures: [] };

async function play(seed: number): Promise<void> {
  for (const name of names) {
    const report = await playScenes(name, seed);
    for (const count of ["runs", "injected", "duplicates", "losses"] as const) total[count] += report[count];
    total.failures.push(...report.failures);
    for (const failure of report.failures) process.stderr.write(`${failure}\n`);
  }
}

if (values.seed !== undefined) await play(Number(values.seed));
else {
  // every scene once, then others by chance
  await play(0);
  for (let seed = 1 + (Date.now() % 1_000_000_000); Date.now() < until; seed += 1) await play(seed);
}
process.stdout.write(`${JSON.stringify(total, null, 2)}\n`);
process.exitCode = total.failures.length === 0 ? 0 : 1;
