import { expect, it } from "vitest";
import { generateCpf, isValidCpf } from "../tax-ids/cpf.ts";
import { secureRandom } from "./secure-random.ts";

it("draws whole numbers below the bound, and not always the same", () => {
  const random = secureRandom();
  const drawn = new Set(Array.from({ length: 200 }, () => random.integer(10)));
  expect([...drawn].every((value) => Number.isInteger(value) && value >= 0 && value < 10)).toBe(true);
  expect(drawn.size).toBeGreaterThan(5);
  expect(random.integer(1)).toBe(0);
  expect(isValidCpf(generateCpf(random))).toBe(true);
});
