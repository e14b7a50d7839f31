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
});
