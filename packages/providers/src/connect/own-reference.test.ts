import { describe, expect, it } from "vitest";
import { addReference, hideReferences, isOwnReference, readReference } from "./own-reference.ts";

const shared = { path: "externalReference", shared: true };

describe("our reference at a provider", () => {
  it.each([
    ["tc_01h", "tc_01h", undefined],
    ["tc_01h-order-7", "tc_01h", "order-7"],
    ["tc_01h.2-order-7", "tc_01h", "order-7"],
    ["tc_01h/1", "tc_01h", undefined],
    ["tc_01h-", "tc_01h", ""],
  ])("in %s is of the operation %s and of the caller %s", (text, operationId, own) => {
    expect(readReference(text)).toEqual({ operationId, own });
  });

  it.each(["order-7", "tc_", "xtc_1", "TC_1", "tc_1:order", undefined])("is not in %s", (text) => {
    expect(readReference(text)).toBeUndefined();
  });

  it("is this attempt's alone", () => {
    expect(isOwnReference("tc_01h.2-order-7", "tc_01h.2")).toBe(true);
    expect(isOwnReference("tc_01h-order-7", "tc_01h.2")).toBe(false);
    expect(isOwnReference("tc_01h2-order-7", "tc_01h")).toBe(false);
    expect(isOwnReference(null, "tc_01h")).toBe(false);
  });

  it("stands in front of the caller's, and alone where that is the operation's already", () => {
    expect(addReference("tc_1", shared, { value: 1 })).toEqual({ value: 1, externalReference: "tc_1" });
    expect(addReference("tc_1", shared, { externalReference: "a" })).toEqual({ externalReference: "tc_1-a" });
    expect(addReference("tc_1", shared, { externalReference: "tc_1" })).toEqual({
      externalReference: "tc_1",
    });
    expect(addReference("tc_1", { path: "metadata.op" }, { metadata: { a: "b" } })).toEqual({
      metadata: { a: "b", op: "tc_1" },
    });
  });

  it("is hidden at any depth, and only in fields of its name", () => {
    const response = {
      data: [{ externalReference: "tc_1-a", note: "tc_1-a" }, { externalReference: "tc_1" }],
    };
    expect(hideReferences(response, new Set(["externalReference"]))).toEqual({
      data: [{ externalReference: "a", note: "tc_1-a" }, { externalReference: "tc_1" }],
    });
  });
});
