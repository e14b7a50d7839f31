import { describe, expect, it } from "vitest";
import { playScenes } from "./fault-run.ts";
import { type FaultWorldName, faultWorlds } from "./fault-worlds.ts";

const names = Object.keys(faultWorlds) as FaultWorldName[]; // the keys of a constant

describe.each(names)("a payment over %s", (name) => {
  it("is made once wherever wire and provider break, under every verb", { timeout: 480_000 }, async () => {
    const report = await playScenes(name, 0);
    expect(report.failures).toEqual([]);
    expect(report).toMatchObject({ runs: 531, duplicates: 0, losses: 0 });
  });

  it("is made once whatever chance brings", { timeout: 480_000 }, async () => {
    const report = await playScenes(name, 20_261_121);
    expect(report.failures).toEqual([]);
    expect(report).toMatchObject({ runs: 60, duplicates: 0, losses: 0 });
  });
});
