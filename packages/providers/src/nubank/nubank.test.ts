import { expect, it } from "vitest";
import { connectorList } from "../generated/connectors.ts";
import { nubank } from "./provider.ts";

it("has no public API: it says so, and nothing pretends to call one", () => {
  expect(nubank.noPublicApi).toContain("no public API");
  expect(connectorList.map(({ id }) => id)).not.toContain("nubank");
});
