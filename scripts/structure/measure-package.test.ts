import { expect, it } from "vitest";
import { measurePackage } from "./measure-package.ts";

it("counts lines of source and tests, and files that lie loose beside the entries", () => {
  const files = new Map([
    ["packages/p/src/index.ts", "a\nb\n"],
    ["packages/p/src/client.ts", "a\n"],
    ["packages/p/src/client.test.ts", "a\nb\nc\n"],
    ["packages/p/src/deep/inside.ts", "a\n"],
    ["packages/p/src/testing/fake.ts", "a\n"],
    ["packages/p/src/generated/catalogue.ts", "a\n".repeat(1000)],
  ]);
  expect(measurePackage("packages/p", files, new Set(["packages/p/src/index.ts"]))).toEqual({
    looseFiles: ["packages/p/src/client.ts"],
    sourceLines: 4,
    testLines: 4,
  });
});
