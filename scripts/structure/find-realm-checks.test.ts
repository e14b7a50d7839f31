import { expect, it } from "vitest";
import { findRealmChecks } from "./find-realm-checks.ts";

it("finds what holds in one realm only, outside tests", () => {
  const files = new Map([
    ["packages/sdk/src/a.ts", "// instanceof Error\nif (error instanceof Error) throw error;"],
    ["packages/sdk/src/b.ts", "if (error instanceof APIError || isError(error)) throw error;"],
    ["packages/sdk/src/b.test.ts", "expect(error instanceof Error);"],
  ]);
  expect(findRealmChecks(files)).toEqual([expect.stringContaining("packages/sdk/src/a.ts:2 ")]);
});
