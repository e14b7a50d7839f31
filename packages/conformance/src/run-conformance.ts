import { type ErrorCode, errorStatuses } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { awaiting } from "./awaiting.ts";
import type { Seen } from "./check-contract.ts";
import type { Open } from "./servers.ts";
import { suites } from "./suites/index.ts";
import { inWorld } from "./world.ts";

/** Runs every suite over one transport, and then asks whether every error code was provoked. */
export function runConformance(name: string, open: Open): void {
  const seen: Seen = { codes: new Set(), endpoints: new Set(), violations: [] };
  let hasRun = 0;
  const cases = Object.values(suites).flat();

  for (const [suite, list] of Object.entries(suites)) {
    describe(`${name}: ${suite}`, () => {
      for (const { title, options, run } of list) {
        it(title, async () => {
          hasRun += 1;
          await inWorld(open, options(), seen, run);
        });
      }
    });
  }

  describe(`${name}: error codes`, () => {
    it("are all provoked, but for those that are awaited with a reason", ({ skip }) => {
      // part of a suite says nothing about all of it
      if (hasRun < cases.length) skip();
      const missing = (Object.keys(errorStatuses) as ErrorCode[]) // the table's keys are the codes
        .filter((code) => !seen.codes.has(code));
      expect(missing.sort()).toEqual(Object.keys(awaiting).sort());
    });
  });
}
