import { expect, it } from "vitest";
import { keptText } from "./translate-pay.ts";

it("returns what the caller gave, and no id of ours", () => {
  const paths = { reference: "metadata.reference", description: "description" };
  expect(keptText({ metadata: { reference: "pedido-1" }, description: "Camiseta" }, paths)).toEqual({
    reference: "pedido-1",
    description: "Camiseta",
  });
  expect(keptText({ metadata: { reference: "tc_01J8ZQ4" }, description: null }, paths)).toEqual({});
});
