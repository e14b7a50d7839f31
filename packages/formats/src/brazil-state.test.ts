import { expect, it } from "vitest";
import { BRAZIL_STATE_CODES, BRAZIL_STATES, cityCodeOf } from "./brazil-state.ts";

it("knows the capital of each state by its IBGE code, whose last digit checks", () => {
  for (const state of BRAZIL_STATE_CODES) {
    const { capital, ibge } = BRAZIL_STATES[state];
    expect(capital.ibge).toMatch(/^\d{7}$/);
    expect(capital.ibge.startsWith(ibge), state).toBe(true);
    // IBGE: weights 1 2 1 2 1 2, digits of the products added, up to the next ten
    const sum = [...capital.ibge.slice(0, 6)].reduce((total, digit, index) => {
      const product = Number(digit) * (1 + (index % 2));
      return total + Math.floor(product / 10) + (product % 10);
    }, 0);
    expect(Number(capital.ibge[6]), state).toBe((10 - (sum % 10)) % 10);
  }
});

it("finds a capital however its name is written, and no other town", () => {
  expect(cityCodeOf("SAO PAULO", "SP")).toBe("3550308");
  expect(cityCodeOf(" brasília ", "DF")).toBe("5300108");
  expect(cityCodeOf("Campinas", "SP")).toBeUndefined();
  expect(cityCodeOf("São Paulo", "RJ")).toBeUndefined();
});
