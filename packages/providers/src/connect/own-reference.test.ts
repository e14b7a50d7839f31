import { describe, expect, it } from "vitest";
import {
  addReference,
  hideReferences,
  isOwnReference,
  readReference,
  writeReference,
} from "./own-reference.ts";

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

describe("an id that the caller of a provider chooses", () => {
  const operationId = "tc_01jd8x6e2v4m9q0r3s5t7w8y1z";
  const txid = { path: "txid", chosen: 35 };

  it("is ours without its signs, and is known again", () => {
    const args = addReference(operationId, txid, { valor: { original: "1.00" } });
    expect(args).toEqual({ txid: "tc01jd8x6e2v4m9q0r3s5t7w8y1z", valor: { original: "1.00" } });
    expect(args.txid).toMatch(/^[a-zA-Z0-9]{26,35}$/);
    expect(readReference(String(args.txid))).toEqual({ operationId, own: undefined });
  });

  it("is another for each attempt, and still of the same operation", () => {
    const second = writeReference(`${operationId}.2`, txid, {});
    expect(second).toBe("tc01jd8x6e2v4m9q0r3s5t7w8y1z2");
    expect(readReference(second)?.operationId).toBe(operationId);
  });

  it("stays the caller's own where they chose one", () => {
    const own = "71c7d9be4b854e439f1c1f3b8b4e9a2d";
    expect(addReference(operationId, txid, { txid: own })).toEqual({ txid: own });
    expect(writeReference(operationId, txid, { txid: own })).toBe(own);
    expect(readReference(own)).toBeUndefined();
  });

  it("is the last letters and digits where the provider has room for fewer", () => {
    expect(writeReference(operationId, { path: "seuNumero", chosen: 15 }, {})).toBe(
      "m9q0r3s5t7w8y1z".slice(-15),
    );
  });
});

it("is one more text of a list, for every entry, and is taken out of it again", () => {
  const tags = { path: "invoices.*.tags", listed: true };
  const args = addReference("tc_01h", tags, { invoices: [{ amount: 1, tags: ["vip"] }, { amount: 2 }] });
  expect(args).toEqual({
    invoices: [
      { amount: 1, tags: ["vip", "tc_01h"] },
      { amount: 2, tags: ["tc_01h"] },
    ],
  });
  expect(hideReferences(args, new Set(["tags"]))).toEqual({
    invoices: [
      { amount: 1, tags: ["vip"] },
      { amount: 2, tags: [] },
    ],
  });
});
