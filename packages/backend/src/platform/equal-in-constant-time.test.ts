import { expect, it } from "vitest";
import { equalInConstantTime } from "./equal-in-constant-time.ts";

it.each([
  ["", "", true],
  ["abc", "abc", true],
  ["abc", "abd", false],
  ["abc", "xbc", false],
  ["abc", "ab", false],
  ["", "a", false],
])("%j and %j: %s", (one, other, equal) => {
  expect(equalInConstantTime(one, other)).toBe(equal);
});

it("reads every character, wherever the first difference is", () => {
  const read: number[] = [];
  /** A text that notes which of its characters are read. */
  const watched = (text: string) =>
    // stands for a string: only its length and its characters are asked for
    ({
      length: text.length,
      charCodeAt(index: number) {
        read.push(index);
        return text.charCodeAt(index);
      },
    }) as string;
  for (const wrong of ["x234", "12x4", "123x"]) {
    read.length = 0;
    expect(equalInConstantTime(watched("1234"), wrong)).toBe(false);
    expect(read).toEqual([0, 1, 2, 3]);
  }
});
