import { expect, it } from "vitest";
import { readMagic } from "./faults-and-magic.ts";

it("returns what follows the prefix", () => {
  expect(readMagic("sandbox:never_pays")).toBe("never_pays");
  expect(readMagic("sandbox:cstat=204")).toBe("cstat=204");
  expect(readMagic("tc_01kanq9j-sandbox:never_pays")).toBe("never_pays");
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
    expect(readMagic(value)).toBeUndefined();
  }
});
