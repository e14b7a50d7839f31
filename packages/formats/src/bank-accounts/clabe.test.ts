import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/random.ts";
import {
  bankOfClabe,
  CLABE_BANKS,
  type ClabeBank,
  completeClabe,
  formatClabe,
  generateClabe,
  isValidClabe,
  parseClabe,
} from "./clabe.ts";

describe("CLABE", () => {
  it("computes the worked examples", () => {
    expect(completeClabe("03218000011835971")).toBe("032180000118359719");
    expect(completeClabe("64618015700000000")).toBe("646180157000000004");
    expect(generateClabe(seededRandom(1), { plaza: "180", account: 15_700_000_000 })).toBe(
      "646180157000000004",
    );
    expect(bankOfClabe("646180157000000004")).toBe("STP");
    expect(bankOfClabe("999180157000000004")).toBeUndefined();
  });

  it("names its bank and notices every wrong digit", () => {
    // Object.keys forgets the literal type; the table has no other keys.
    const banks = Object.keys(CLABE_BANKS) as ClabeBank[];
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom(...banks),
        fc.integer({ min: 0, max: 17 }),
        (seed, bank, position) => {
          const clabe = generateClabe(seededRandom(seed), { bank });
          expect(clabe.slice(0, 6)).toBe(`${bank}180`);
          expect(isValidClabe(clabe)).toBe(true);
          const other = (Number(clabe.charAt(position)) + 1) % 10;
          expect(isValidClabe(clabe.slice(0, position) + other + clabe.slice(position + 1))).toBe(false);
        },
      ),
    );
  });

  it("is printed in its parts and read back", () => {
    expect(formatClabe("646180157000000004")).toBe("646 180 15700000000 4");
    expect(parseClabe("646 180 15700000000 4")).toEqual({
      clabe: "646180157000000004",
      bank: "646",
      plaza: "180",
      account: "15700000000",
    });
    expect(() => formatClabe("646180157000000005")).toThrow(RangeError);
  });
});
