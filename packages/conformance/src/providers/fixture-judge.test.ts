import { expect, it } from "vitest";
import { responseSchema, type Spec, strangers } from "./fixture-judge.ts";

const spec: Spec = {
  paths: {
    "/orders/{id}": {
      get: {
        responses: {
          "200": { content: { "application/json": { schema: { $ref: "#/components/schemas/order" } } } },
        },
      },
    },
  },
  components: {
    schemas: {
      order: {
        allOf: [
          {
            properties: {
              id: { type: "string" },
              amount: { type: "integer" },
              meta: { additionalProperties: true },
            },
          },
          {
            properties: {
              status: { enum: ["open", "paid"], type: "string" },
              charge: { $ref: "#/components/schemas/charge" },
            },
          },
        ],
      },
      charge: {
        oneOf: [
          { properties: { pix: { type: "string" } } },
          { properties: { cards: { type: "array", items: { properties: { last4: { type: "string" } } } } } },
        ],
      },
    },
  },
};
const problems = (value: unknown) => strangers(spec, responseSchema(spec, "get", "/orders/{id}"), value);

it("lets names, kinds and words of the specification pass, and leaves out what may be left out", () => {
  const charge = { cards: [{ last4: "4242" }] };
  expect(problems({ id: "1", amount: 5, status: "paid", meta: { any: 1 }, charge })).toEqual([]);
  expect(problems({ charge: { pix: "x" }, amount: null })).toEqual([]);
});

it.each([
  [{ total: 5 }, "total is no field"],
  [{ amount: "5" }, 'amount may not be "5"'],
  [{ status: "gone" }, 'status may not be "gone"'],
  [{ charge: { cards: [{ last5: "1" }] } }, "charge.cards.0.last5 is no field"],
  [{ id: ["1"] }, "id is a list"],
])("names %j", (value, problem) => {
  expect(problems(value)).toEqual([problem]);
});

it("says when there is nothing to hold a response against", () => {
  expect(() => responseSchema(spec, "get", "/charges")).toThrow("no response of get /charges");
});
