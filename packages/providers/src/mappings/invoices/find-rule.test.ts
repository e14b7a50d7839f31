import fc from "fast-check";
import { expect, it } from "vitest";
import { findRule } from "./find-rule.ts";

const rules = [
  { codes: ["*"], name: "rest" },
  { codes: ["61*", "CAM-1"], name: "shirts" },
  { codes: ["6109*"], name: "T-shirts" },
];

it.each([
  ["61091000", "T-shirts"],
  ["61051000", "shirts"],
  ["CAM-1", "shirts"],
  ["CAM-2", "rest"],
  [undefined, "rest"],
])("finds the rule of %s: %s", (code, name) => {
  expect(findRule(rules, code)?.name).toBe(name);
});

it("finds none where none fits", () => {
  expect(findRule(rules.slice(1), "99")).toBeUndefined();
  expect(findRule(rules.slice(1), undefined)).toBeUndefined();
  expect(findRule(undefined, "61")).toBeUndefined();
});

it("takes a code that is named whole, whatever the order of the rules", () => {
  const code = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !text.includes("*"));
  fc.assert(
    fc.property(code, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (text, order) => {
      const all = [{ codes: ["*"] }, { codes: [`${text.slice(0, 1)}*`] }, { codes: [text] }];
      const found = findRule(
        order.flatMap((index) => all[index] ?? []),
        text,
      );
      expect(found?.codes).toEqual([text]);
    }),
  );
});
