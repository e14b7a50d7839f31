import fc from "fast-check";
import { expect, it } from "vitest";
import { readableJson } from "./readable-json.ts";

it("shows what turns a text around, so that an amount stands where it is", () => {
  expect(readableJson({ to: "\u202e99.9 LRB\u202c" }, 0)).toBe('{"to":"\\u202e99.9 LRB\\u202c"}');
  expect(readableJson("a\u200bb\u2066c\ufeff", 0)).toBe('"a\\u200bb\\u2066c\\ufeff"');
});

it("leaves letters of every script and joined emoji as they are", () => {
  const text = "שלום مرحبا ação 👩🏽‍💻🇧🇷";
  expect(readableJson(text)).toBe(`"${text}"`);
});

it("means the same as what it was made of", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      const text = readableJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
    }),
  );
  expect(readableJson(undefined)).toBe("null");
});
