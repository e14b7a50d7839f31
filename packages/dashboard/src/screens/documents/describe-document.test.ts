import { expect, it } from "vitest";
import { describeDocument, isDocument } from "./describe-document.ts";

it("names a document by its kind, number and receiver, in either country", () => {
  expect(
    describeDocument({ family: "brazil", kind: "nfe", number: 7, receiver: { name: "Ana Souza" } }),
  ).toBe("NFE 7 · Ana Souza");
  expect(describeDocument({ family: "mexico", folio: 3, receiver: { rfc: "XAXX010101000" } })).toBe("CFDI 3");
});

it("names what lacks every field, and what has others' types", () => {
  expect(describeDocument({ family: "brazil" })).toBe("");
  expect(describeDocument({ family: "brazil", kind: "nfse", receiver: "<b>" })).toBe("NFSE");
  expect(describeDocument({ family: "brazil", kind: "nfe", number: 0, receiver: { name: 5 } })).toBe("NFE 0");
});

it("tells calls that made a document from those that only looked", () => {
  expect(isDocument({ status: "succeeded" }, "authorized")).toBe(true);
  expect(isDocument({ status: "succeeded" }, undefined)).toBe(false);
  expect(isDocument({ status: "unknown" }, undefined)).toBe(true);
  expect(isDocument({ status: "refused" }, undefined)).toBe(true);
});
