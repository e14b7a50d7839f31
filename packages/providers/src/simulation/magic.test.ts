import { expect, it } from "vitest";
import { magicOf } from "./magic.ts";

it("answers what follows the prefix", () => {
  expect(magicOf("sandbox:never_pays")).toBe("never_pays");
  expect(magicOf("sandbox:cstat=204")).toBe("cstat=204");
  expect(magicOf("tc_01kanq9j-sandbox:never_pays")).toBe("never_pays");
});

it("leaves every other value alone", () => {
  for (const value of [
    "order-1",
    " sandbox:never_pays",
    "SANDBOX:x",
    "",
    7,
    null,
    undefined,
    ["sandbox:x"],
  ]) {
    expect(magicOf(value)).toBeUndefined();
  }
});
