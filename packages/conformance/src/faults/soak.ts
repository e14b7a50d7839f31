import { allScenes, type FaultReport, playScenes, randomScenes } from "./fault-run.ts";
import { type FaultWorldName, faultWorlds } from "./fault-worlds.ts";
import { mulberry32 } from "./mulberry32.ts";

/**
 * The fault suite for as long as it may take: `node soak.ts [--minutes 10] [--seed N]`. A failing seed is printed; with
 * `--seed` it is played again, once, over every transport.
 */
const flags = process.argv.slice(2);
const flag = (name: string) => {
  const at = flags.indexOf(name);
  return at === -1 ? undefined : Number(flags[at + 1]);
};
const replayed = flag("--seed");
const until = Date.now() + (flag("--minutes") ?? 10) * 60_000;
const total: FaultReport = { runs: 0, injected: 0, duplicates: 0, losses: 0, failures: [] };
const names = Object.keys(faultWorlds) as FaultWorldName[]; // the keys of a constant

async function round(seed: number, everything: boolean): Promise<void> {
  for (const name of names) {
    const scenes = everything ? allScenes() : randomScenes(mulberry32(seed), 60);
    const report = await playScenes(name, scenes, seed);
    for (const count of ["runs", "injected", "duplicates", "losses"] as const) total[count] += report[count];
    total.failures.push(...report.failures);
    for (const failure of report.failures) process.stderr.write(`${failure}\n`);
  }
}

if (replayed !== undefined) await round(replayed, false);
else {
  await round(1, true);
  for (let seed = Date.now() % 1_000_000_000; Date.now() < until; seed += 1) await round(seed, false);
}
process.stdout.write(`${JSON.stringify(total, null, 2)}\n`);
process.exitCode = total.failures.length === 0 ? 0 : 1;
