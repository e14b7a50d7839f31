import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toAsciiText } from "../text/text-rules.ts";
import {
  crc16,
  crc16Hex,
  encodeDynamicBrCode,
  encodeStaticBrCode,
  isValidBrCode,
  parseBrCode,
  txidOfBrCode,
} from "./br-code.ts";

const FROM_THE_MANUAL =
  "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D";
const STATIC =
  "00020126580014br.gov.bcb.pix013671c7d9be-4b85-4e43-9f1c-1f3b8b4e9a2d5204000053039865406159.905802BR5915LOJA TESTE LTDA6009SAO PAULO62140510PEDIDO123463044770";
const DYNAMIC =
  "00020101021226770014br.gov.bcb.pix2555pix.codespar.dev/qr/v2/71c7d9be4b854e439f1c1f3b8b4e9a2d5204000053039865406159.905802BR5915LOJA TESTE LTDA6009SAO PAULO62070503***63043E90";
const KEY = "71c7d9be-4b85-4e43-9f1c-1f3b8b4e9a2d";

/** Second opinion: bit by bit, no table. */
function bitwiseCrc(text: string): number {
  let crc = 0xffff;
  for (const character of text) {
    for (let bit = 7; bit >= 0; bit--) {
      const carry = ((crc >> 15) & 1) ^ ((character.charCodeAt(0) >> bit) & 1);
      crc = ((crc << 1) & 0xffff) ^ (carry ? 0x1021 : 0);
    }
  }
  return crc;
}

describe("crc16", () => {
  it("has the published check value", () => {
    expect(crc16("123456789")).toBe(0x29b1);
    expect(crc16Hex("")).toBe("FFFF");
  });

  it("agrees with the bitwise definition", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
        expect(crc16(text)).toBe(bitwiseCrc(text));
      }),
    );
  });
});

describe("BR Code", () => {
  it("reproduces the code of the manual", () => {
    const key = "123e4567-e12b-12d1-a456-426655440000";
    expect(encodeStaticBrCode({ key, merchantName: "Fulano de Tal", merchantCity: "BRASILIA" })).toBe(
      FROM_THE_MANUAL,
    );
  });

  it("reproduces a static code with amount and txid", () => {
    const code = encodeStaticBrCode({
      key: KEY,
      merchantName: "LOJA TESTE LTDA",
      merchantCity: "SAO PAULO",
      amount: 15990,
      txid: "PEDIDO1234",
    });
    expect(code).toBe(STATIC);
  });

  it("reproduces a dynamic code, whose txid lives behind the URL", () => {
    const url = "pix.codespar.dev/qr/v2/71c7d9be4b854e439f1c1f3b8b4e9a2d";
    const merchant = { merchantName: "LOJA TESTE LTDA", merchantCity: "SAO PAULO" };
    expect(encodeDynamicBrCode({ url, ...merchant, amount: 15990 })).toBe(DYNAMIC);
    expect(parseBrCode(DYNAMIC)).toMatchObject({
      account: { type: "dynamic", url },
      oneUse: true,
      txid: "***",
    });
  });

  it("takes accents off and cuts names to what fits", () => {
    const code = encodeStaticBrCode({
      key: KEY,
      merchantName: "Padaria São João do Coração de Jesus",
      merchantCity: "São José do Rio Preto",
      description: "x".repeat(99),
      postalCode: "01310100",
      merchantCategory: "5411",
    });
    expect(parseBrCode(code)).toMatchObject({
      account: { type: "static", key: KEY, description: "x".repeat(37) },
      merchantName: "Padaria Sao Joao do Corac",
      merchantCity: "Sao Jose do Rio",
      merchantCategory: "5411",
      postalCode: "01310100",
      oneUse: false,
    });
    expect(toAsciiText("日本", 10)).toBe("");
  });

  it("refuses what the manual does not allow", () => {
    const merchant = { merchantName: "LOJA", merchantCity: "SAO PAULO" };
    expect(() => encodeStaticBrCode({ key: KEY, ...merchant, amount: 0 })).toThrow(RangeError);
    expect(() => encodeStaticBrCode({ key: KEY, ...merchant, amount: 10.5 })).toThrow(RangeError);
    expect(() => encodeStaticBrCode({ key: KEY, ...merchant, txid: "a-b" })).toThrow(RangeError);
    expect(() => encodeStaticBrCode({ key: KEY, ...merchant, merchantName: "日本" })).toThrow(RangeError);
    expect(() => encodeDynamicBrCode({ url: "https://pix.dev/1", ...merchant })).toThrow(RangeError);
    expect(() => encodeDynamicBrCode({ url: "x".repeat(78), ...merchant })).toThrow(RangeError);
  });

  it("gives back what went in", () => {
    const text = (maxLength: number) =>
      fc
        .stringMatching(/^[A-Za-z0-9]([A-Za-z0-9 ]*[A-Za-z0-9])?$/)
        .map((value) => value.slice(0, maxLength).trim());
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9@.+-]{1,77}$/),
        text(25),
        text(15),
        fc.integer({ min: 1, max: 999_999_999_999 }),
        fc.stringMatching(/^[A-Za-z0-9]{1,25}$/),
        (key, merchantName, merchantCity, amount, txid) => {
          const code = encodeStaticBrCode({ key, merchantName, merchantCity, amount, txid });
          expect(parseBrCode(code)).toEqual({
            account: { type: "static", key },
            oneUse: false,
            amount,
            merchantName,
            merchantCity,
            merchantCategory: "0000",
            txid,
          });
        },
      ),
    );
  });

  it("finds the txid behind a code, whatever its CRC", () => {
    expect(txidOfBrCode(STATIC)).toBe("PEDIDO1234");
    expect(txidOfBrCode(DYNAMIC)).toBe("71c7d9be4b854e439f1c1f3b8b4e9a2d");
    expect(txidOfBrCode(STATIC.replace(/....$/, "0000"))).toBe("PEDIDO1234");
    expect(txidOfBrCode(FROM_THE_MANUAL)).toBeUndefined();
    for (const text of ["", "26", "269914", "xxxxyyyy", "2604zz"]) expect(txidOfBrCode(text)).toBeUndefined();
  });

  it("notices every changed character", () => {
    for (let position = 0; position < STATIC.length; position++) {
      const other = STATIC.charAt(position) === "7" ? "8" : "7";
      expect(parseBrCode(STATIC.slice(0, position) + other + STATIC.slice(position + 1))).toBeUndefined();
    }
  });

  it("refuses objects that run past the end although the CRC is right", () => {
    const cut = `${STATIC.slice(0, 60)}6304`;
    expect(parseBrCode(cut + crc16Hex(cut))).toBeUndefined();
    expect(parseBrCode("")).toBeUndefined();
    expect(isValidBrCode(STATIC)).toBe(true);
    expect(isValidBrCode(STATIC.slice(1))).toBe(false);
  });
});
