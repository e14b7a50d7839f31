import fc from "fast-check";
import { expect, it } from "vitest";
import type { SimulationContext } from "../../simulation/provider-definition.ts";
import { fillTemplate, stockTemplates } from "./templates.ts";

// only the account's own templates are asked for
const context = { list: () => [] } as unknown as SimulationContext;

it("puts every variable in its place, whatever it says", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (name, orderNumber) => {
      const filled = fillTemplate(context, "order_confirmation", [name, orderNumber]);
      expect(filled).toEqual({ text: `Olá ${name}, seu pedido ${orderNumber} foi confirmado.` });
    }),
  );
});

it("counts the variables of the templates that it knows", () => {
  for (const { name } of stockTemplates) {
    expect(fillTemplate(context, name, [])).toBe("wrong_variable_count");
  }
});

it("takes any other name for an approved template, but for the magic one", () => {
  expect(fillTemplate(context, "my_template", ["a"])).toEqual({ text: "[my_template] a" });
  expect(fillTemplate(context, "sandbox:unknown_template", [])).toBe("unknown_template");
});
