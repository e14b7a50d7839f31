import { type ErrorCode, errorStatuses } from "@codespar/contract";
import { beforeAll, describe, expect, it } from "vitest";
import type { Seen } from "./check-contract.ts";
import { readOpenApi } from "./openapi/open-api-check.ts";
import type { Open } from "./servers.ts";
import { suites } from "./suites/index.ts";
import { inWorld } from "./world.ts";

/** Runs every suite over one transport, and then asks whether every operation and every error code was seen. */
export function runConformance(name: string, open: Open): void {
  let seen: Seen;
  let hasRun = 0;
  const cases = Object.values(suites).flat();

  beforeAll(async () => {
    const { transport, close } = await open({});
    // the document as it is served over this very transport
    seen = { codes: new Set(), violations: [], openApi: await readOpenApi(transport) };
    await close();
  });

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

  describe(`${name}: openapi.json`, () => {
    it("has no operation that was not seen to succeed", ({ skip }) => {
      if (hasRun < cases.length) skip();
      const { operations, succeeded } = seen.openApi;
      expect(operations.filter((id) => !succeeded.has(id))).toEqual([]);
    });
  });

  describe(`${name}: error codes`, () => {
    it("are all provoked", ({ skip }) => {
      // part of a suite says nothing about all of it
      if (hasRun < cases.length) skip();
      const missing = (Object.keys(errorStatuses) as ErrorCode[]) // the table's keys are the codes
        .filter((code) => !seen.codes.has(code));
      expect(missing).toEqual([]);
    });
  });
}
