import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromText, toText } from "./to-text.ts";

describe("toText", () => {
  it("leaves ordinary text as it is", () => {
    expect(toText('São Paulo "centro"\n😀')).toBe('São Paulo "centro"\n😀');
  });

  it("escapes what PostgreSQL and UTF-8 cannot hold", () => {
    expect(toText("a\0b")).toBe("a\\u0000b");
    expect(toText("\ud800")).toBe("\\ud800");
  });

  it("gives every text back, and distinguishes different ones", () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom("\0", "\\", '"', "\ud83d", "u0000"), fc.string()),
    });
    fc.assert(
      fc.property(text, (given) => {
        expect(fromText(toText(given))).toBe(given);
      }),
    );
  });
});
