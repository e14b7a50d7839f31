import { expect, it } from "vitest";
import { pixTxidOf } from "./pix-txid.ts";

it("reads the txid of a static code", () => {
  expect(
    pixTxidOf(
      "00020126580014br.gov.bcb.pix013671c7d9be-4b85-4e43-9f1c-1f3b8b4e9a2d5204000053039865406159.905802BR5915LOJA TESTE LTDA6009SAO PAULO62140510PEDIDO123463044770",
    ),
  ).toBe("PEDIDO1234");
});

it("reads the txid behind a dynamic code", () => {
  expect(
    pixTxidOf(
      "00020101021226770014br.gov.bcb.pix2555pix.codespar.dev/qr/v2/71c7d9be4b854e439f1c1f3b8b4e9a2d5204000053039865406159.905802BR5915LOJA TESTE LTDA6009SAO PAULO62070503***63043E90",
    ),
  ).toBe("71c7d9be4b854e439f1c1f3b8b4e9a2d");
});

it("answers nothing for a code without txid, and for what is no code", () => {
  expect(
    pixTxidOf(
      "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D",
    ),
  ).toBeUndefined();
  for (const text of ["", "26", "269914", "xxxxyyyy", "2604zz"]) expect(pixTxidOf(text)).toBeUndefined();
});
