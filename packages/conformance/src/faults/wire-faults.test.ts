import { describe, expect, it } from "vitest";
import { allScenes, playScenes, randomScenes } from "./fault-run.ts";
import { type FaultWorldName, faultWorlds } from "./fault-worlds.ts";
import { mulberry32 } from "./mulberry32.ts";

const names = Object.keys(faultWorlds) as FaultWorldName[]; // the keys of a constant

describe.each(names)("a payment over %s", (name) => {
  it("is made once wherever wire and provider break, under every verb", { timeout: 120_000 }, async () => {
    const report = await playScenes(name, allScenes(), 1);
    expect(report.failures).toEqual([]);
    expect(report).toMatchObject({ runs: 192, duplicates: 0, losses: 0 });
  });

  it("is made once whatever chance brings", { timeout: 120_000 }, async () => {
    const seed = 20_261_121;
    const report = await playScenes(name, randomScenes(mulberry32(seed), 60), seed);
    expect(report.failures).toEqual([]);
  });
});
