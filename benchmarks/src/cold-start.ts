import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "./figure.ts";
import type { Load } from "./load-module.ts";
import { median } from "./median.ts";
import { startOverheadServer } from "./start-overhead-server.ts";

const processes = 15;
const sdk = "@codespar/sdk";
const lateComers = {
  // built into the schemas
  zod: /\/node_modules\/zod\/|\/contract\/dist\/schemas/,
  undici: /\/node_modules\/undici\//,
  "the sandbox": /\/packages\/(?:sandbox|backend)\/|@codespar\/sandbox\//,
};

/** What `import { CodeSpar } from "@codespar/sdk"` costs in a fresh process, as built. */
export async function coldStart({ figure, progress }: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "codespar-empty-"));
  const empty = join(folder, "empty.mjs");
  writeFileSync(empty, "export {};\n");
  const sdkLoads: Load[] = [];
  const emptyLoads: Load[] = [];
  try {
    for (let round = 1; round <= processes; round++) {
      progress(`process pair ${round} of ${processes}`);
      emptyLoads.push(await load(empty));
      sdkLoads.push(await load(sdk));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  figure({
    name: `loading ${sdk} above an empty module, median of ${processes} processes`,
    value: computeMedian(sdkLoads, "ms") - computeMedian(emptyLoads, "ms"),
    unit: "ms",
    target: { atMost: 4 },
    baseline: `an empty module: ${computeMedian(emptyLoads, "ms").toFixed(1)} ms`,
  });
  figure({
    name: "the same in CPU time, which other programs do not lengthen",
    value: computeMedian(sdkLoads, "cpuMs") - computeMedian(emptyLoads, "cpuMs"),
    unit: "ms",
    baseline: `an empty module: ${computeMedian(emptyLoads, "cpuMs").toFixed(1)} ms`,
  });

  const { loaded } = await load(sdk, "list");
  for (const [name, place] of Object.entries(lateComers)) {
    figure({
      name: `modules of ${name} that this loads`,
      value: loaded.filter((url) => place.test(url)).length,
      unit: `of ${loaded.length}`,
      target: { atMost: 0 },
    });
  }
  await firstCalls("in process, the sandbox being loaded", "embedded", { atMost: 80 });
  const server = await startOverheadServer();
  await firstCalls("over HTTP, undici being loaded", server.origin);
  server.stop();

  async function firstCalls(name: string, where: string, target?: { atMost: number }): Promise<void> {
    const runs: number[][] = [];
    for (let round = 1; round <= 5; round++) {
      progress(`first call ${name}, process ${round} of 5`);
      runs.push((await load(sdk, where)).calls);
    }
    const [first = Number.NaN, second = Number.NaN] = [0, 1].map((call) =>
      median(runs.map((calls) => calls[call] ?? Number.NaN)),
    );
    figure({
      name: `first call (sessions.create) ${name}`,
      value: first,
      unit: "ms",
      target,
      baseline: `the next call (execute): ${second.toFixed(0)} ms`,
    });
  }
}

function computeMedian(loads: readonly Load[], time: "ms" | "cpuMs"): number {
  return median(loads.map((each) => each[time]));
}

/** Loads a module in a process that resolves packages as their users' do, to what was built. */
async function load(module: string, task = ""): Promise<Load> {
  const child = fork(new URL("./load-module.ts", import.meta.url), [module, task], { execArgv: [] });
  const response = await Promise.race([once(child, "message"), once(child, "exit")]);
  // a message, unless the process ended without one
  const [result]: (Load | number)[] = response;
  if (typeof result === "object") return result;
  throw new Error(`${module} was not loaded. Build it first: pnpm exec turbo run build --filter=${sdk}`);
}
