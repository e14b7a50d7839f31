import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "./edit-distance.ts";

describe("editDistance", () => {
  it.each([
    ["boleto", "boleto", 0],
    ["bolto", "boleto", 1],
    ["boletto", "boleto", 1],
    ["bolero", "boleto", 1],
    ["bolteo", "boleto", 1],
    ["tranferensia", "transferencia", 2],
    ["", "ab", 2],
    ["ab", "", 2],
  ])("%s is %s with %i edits", (word, wanted, edits) => {
    expect(editDistance(word, wanted, 3)).toBe(edits);
  });

  it("gives up beyond what is asked for", () => {
    expect(editDistance("frete", "boleto", 2)).toBe(Number.POSITIVE_INFINITY);
  });

  it("lets a word go on after a stem", () => {
    expect(editDistance("reenbolsos", "reembols", 1, { asStem: true })).toBe(1);
    expect(editDistance("reenbolsos", "reembols", 1)).toBe(Number.POSITIVE_INFINITY);
  });

  it("is the same both ways, and nothing exactly for the same word", () => {
    const word = fc.stringMatching(/^[a-d]{0,8}$/);
    fc.assert(
      fc.property(word, word, (one, other) => {
        const edits = editDistance(one, other, 8);
        expect(editDistance(other, one, 8)).toBe(edits);
        expect(edits === 0).toBe(one === other);
      }),
    );
  });
});
