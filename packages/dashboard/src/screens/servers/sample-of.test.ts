import { expect, it } from "vitest";
import { sampleOf } from "./sample-of.ts";

it("has what is required, and nothing else", () => {
  expect(
    sampleOf({
      type: "object",
      required: ["amount", "method", "customer", "items"],
      properties: {
        amount: { type: "integer", minimum: 1 },
        method: { enum: ["pix", "boleto"] },
        note: { type: "string" },
        customer: { type: "object", required: ["name"], properties: { name: { type: "string" } } },
        items: {
          type: "array",
          items: {
            type: "object",
            required: ["quantity"],
            properties: { quantity: { type: "integer", default: 1 } },
          },
        },
      },
    }),
  ).toEqual({ amount: 1, method: "pix", customer: { name: "" }, items: [{ quantity: 1 }] });
});

it("ends where a schema has no end", () => {
  const schema: Record<string, unknown> = { type: "object", required: ["again"] };
  schema.properties = { again: schema };
  expect(JSON.stringify(sampleOf(schema)).length).toBeLessThan(100);
});
