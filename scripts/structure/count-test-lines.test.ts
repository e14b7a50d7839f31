import { expect, it } from "vitest";
import { countTestLines, countTranslatorLines, testsPerLine } from "./count-test-lines.ts";

const providers = new Map([
  ["packages/providers/src/asaas/translate.ts", "a\n".repeat(10)],
  ["packages/providers/src/asaas/translate.test.ts", "a\n".repeat(8)],
  ["packages/providers/src/asaas/simulate.ts", "a\n".repeat(100)],
  ["packages/providers/src/asaas/asaas.test.ts", "a\n".repeat(100)],
  ["packages/providers/src/mappings/text/cut-text.ts", "a\n".repeat(2)],
  ["packages/providers/src/mappings/text/limits.test.ts", "a\n"],
  ["packages/providers/src/generated/translators.ts", "a\n".repeat(1000)],
]);

it("counts generated code as nobody's and a package of tests as tests", () => {
  expect(countTestLines("packages/providers", providers)).toEqual({ sourceLines: 112, testLines: 109 });
  const suites = new Map([["packages/conformance/src/suites/pay.ts", "a\n".repeat(5)]]);
  expect(countTestLines("packages/conformance", suites)).toEqual({ sourceLines: 0, testLines: 5 });
});

it("holds translators and their mappings against the tests beside them alone", () => {
  const translators = countTranslatorLines(providers);
  expect(translators).toEqual({ sourceLines: 12, testLines: 9 });
  expect(testsPerLine(translators)).toBe("0.75");
});
