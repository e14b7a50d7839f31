import type { Json } from "@codespar/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Anonymiser, getEnumerations } from "./anonymise.ts";
import { diffLines } from "./diff-lines.ts";

const make = () =>
  new Anonymiser({ enumerations: new Map([["billingtype", new Set(["PIX"])]]), salt: "of the test" });

describe("Anonymiser", () => {
  it("keeps the shape, and words that schema or field allow", () => {
    const anonymous = make().object({
      object: "payment",
      status: "PENDING",
      billingType: "PIX",
      id: "pay_080225913252",
      value: 129.9,
      installments: 3,
      deleted: false,
      customer: null,
      dateCreated: "2025-11-03",
      name: "Ana Souza",
      email: "ana@loja.com.br",
      cpfCnpj: "111.444.777-35",
    });
    expect(anonymous).toMatchObject({
      object: "payment",
      status: "PENDING",
      billingType: "PIX",
      installments: 3,
      deleted: false,
      customer: null,
      dateCreated: "2026-01-15",
    });
    expect(anonymous.id).toMatch(/^[a-z]{3}_\d{12}$/);
    expect(String(anonymous.value)).toMatch(/^\d{3}\.\d$/);
    expect(anonymous.name).toMatch(/^[A-Z][a-z]{2} [A-Z][a-z]{4}$/);
    expect(anonymous.email).toMatch(/^[a-z]{3}@[a-z]{4}\.[a-z]{3}\.[a-z]{2}$/);
    expect(anonymous.cpfCnpj).toMatch(/^\d{3}\.\d{3}\.\d{3}-\d{2}$/);
  });

  it("does not take a sentence in a status, or a name in a type, for a word", () => {
    const { status, type } = make().object({ status: "Ana Souza pagou", type: "ana@loja.com.br" });
    expect([status, type].join()).not.toMatch(/Ana|ana@/);
  });

  it("gives the same substitute for the same value, and others under another salt", () => {
    const anonymiser = make();
    expect(anonymiser.text("cus_000005836737")).toBe(anonymiser.text("cus_000005836737"));
    const other = new Anonymiser({ enumerations: new Map(), salt: "another" });
    expect(other.text("cus_000005836737")).not.toBe(anonymiser.text("cus_000005836737"));
  });

  it("lets no longer text of any JSON through, wherever it stands", () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9]{12,40}$/);
    fc.assert(
      fc.property(fc.jsonValue(), secret, fc.string(), (value, text, key) => {
        const holder = { [key]: [value, { deep: text }], status: { text } } as unknown as Json;
        const anonymous = JSON.stringify(make().value(holder));
        expect(anonymous).not.toContain(JSON.stringify(text));
      }),
    );
  });

  it("finds the enumerations of nested schemas", () => {
    const schema = {
      properties: {
        billingType: { enum: ["PIX"] },
        items: { items: { properties: { kind: { const: "a" } } } },
      },
    };
    expect(Object.fromEntries(getEnumerations([schema, undefined]))).toEqual({
      billingtype: new Set(["PIX"]),
      kind: new Set(["a"]),
    });
  });
});

describe("diffLines", () => {
  it("shows what goes and what comes", () => {
    expect(diffLines("a\nb\nc\nd\n", "a\nx\nc\nd\ne\n")).toEqual([
      "  … 1 line as before",
      "- b",
      "+ x",
      "  … 2 lines as before",
      "+ e",
    ]);
    expect(diffLines("", "a\n")).toEqual(["+ a"]);
    expect(diffLines("a\n", "a\n")).toEqual(["  … 1 line as before"]);
  });
});
