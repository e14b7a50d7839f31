import type { InvoiceInput } from "@codespar/contract";
import { expect, it } from "vitest";
import { nfeLayout } from "./dfe-layout.ts";

const input: InvoiceInput = {
  type: "nfe",
  customer: { name: ` ${"N".repeat(61)} `, document: "12345678909" },
  items: [{ description: ` ${"x".repeat(119)} y`, quantity: 1, unit_amount: 100 }],
};

it("fits names into an NF-e (leiauteNFe 4.00: xProd 120, xNome 60, TString without blanks at its ends)", () => {
  expect(nfeLayout(input, 55, 0)).toMatchObject({
    dest: { xNome: "N".repeat(60) },
    det: [{ prod: { xProd: "x".repeat(119) } }],
  });
});
