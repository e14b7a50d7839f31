import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/random.ts";
import {
  formatEndToEndId,
  generateEndToEndId,
  generateReturnId,
  isValidEndToEndId,
  parseEndToEndId,
} from "./end-to-end-id.ts";
import { formatPixKey, generateEvpKey, isValidPixKey, parsePixKey } from "./pix-key.ts";
import { PIX_ISPB } from "./pix-participant.ts";
import {
  formatStaticTxid,
  generateChargeTxid,
  generateStaticTxid,
  isValidChargeTxid,
  isValidStaticTxid,
} from "./pix-txid.ts";

const OPEN_FINANCE =
  /^E[0-9]{8}[0-9]{4}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(2[0-3]|[01][0-9])([0-5][0-9])[a-zA-Z0-9]{11}$/;

describe("endToEndId", () => {
  it("reads the worked example", () => {
    expect(parseEndToEndId("E18236120202611202357a1B2c3D4e5F")).toEqual({
      type: "payment",
      ispb: PIX_ISPB.nubank,
      at: Date.UTC(2026, 10, 20, 23, 57),
      sequence: "a1B2c3D4e5F",
    });
  });

  it("carries institution and UTC minute, in 32 characters", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom(...Object.values(PIX_ISPB)),
        fc.integer({ min: Date.UTC(2020, 10, 16), max: Date.UTC(2090, 0, 1) }),
        (seed, ispb, at) => {
          const id = generateEndToEndId(seededRandom(seed), { ispb, at });
          expect(id).toMatch(OPEN_FINANCE);
          expect(id).toHaveLength(32);
          expect(parseEndToEndId(id)).toMatchObject({ type: "payment", ispb, at: at - (at % 60_000) });
          const returned = generateReturnId(seededRandom(seed), { ispb, at });
          expect(parseEndToEndId(returned)?.type).toBe("return");
          for (const text of [id, returned]) {
            const parts = parseEndToEndId(text);
            expect(parts && formatEndToEndId(parts)).toBe(text);
          }
        },
      ),
    );
  });

  it("refuses dates that do not exist and short institutions", () => {
    expect(parseEndToEndId("E18236120202602312357a1B2c3D4e5F")).toBeUndefined();
    expect(parseEndToEndId("E18236120202611202457a1B2c3D4e5F")).toBeUndefined();
    expect(isValidEndToEndId("E18236120202611202357a1B2c3D4e5F")).toBe(true);
    expect(parseEndToEndId("X18236120202611202357a1B2c3D4e5F")).toBeUndefined();
    expect(() => generateEndToEndId(seededRandom(1), { ispb: "1", at: 0 })).toThrow(RangeError);
  });
});

describe("Pix keys", () => {
  it.each([
    ["11144477735", "cpf"],
    ["11222333000181", "cnpj"],
    ["12ABC34501DE35", "cnpj"],
    ["+5511987654321", "phone"],
    ["loja@codespar.dev", "email"],
    ["71c7d9be-4b85-4e43-9f1c-1f3b8b4e9a2d", "evp"],
    ["11987654321", undefined],
    ["111.444.777-35", undefined],
    ["Loja@codespar.dev", undefined],
    ["71C7D9BE-4B85-4E43-9F1C-1F3B8B4E9A2D", undefined],
    [`${"a".repeat(70)}@codespar.dev`, undefined],
  ])("reads %s as %s", (key, type) => {
    expect(parsePixKey(key)?.type).toBe(type);
  });

  it.each([
    ["111.444.777-35", "11144477735"],
    ["12.abc.345/01de-35", "12ABC34501DE35"],
    ["+55 (11) 98765-4321", "+5511987654321"],
    [" Loja@CodeSpar.dev ", "loja@codespar.dev"],
    ["71C7D9BE-4B85-4E43-9F1C-1F3B8B4E9A2D", "71c7d9be-4b85-4e43-9f1c-1f3b8b4e9a2d"],
  ])("writes %j as DICT does", (written, key) => {
    expect(formatPixKey(written)).toBe(key);
    expect(formatPixKey(key)).toBe(key);
    expect(isValidPixKey(written)).toBe(false);
  });

  it("refuses to write what is no key: a phone without +55 could be a CPF", () => {
    for (const written of ["(11) 98765-4321", "111.444.777-36", "", "loja@"]) {
      expect(() => formatPixKey(written)).toThrow(RangeError);
    }
  });

  it("generates random keys", () => {
    expect(parsePixKey(generateEvpKey(seededRandom(3)))?.type).toBe("evp");
  });
});

describe("txid", () => {
  it("fits a charge or a static code", () => {
    expect(isValidChargeTxid(generateChargeTxid(seededRandom(1)))).toBe(true);
    expect(isValidStaticTxid(generateStaticTxid(seededRandom(1)))).toBe(true);
    expect(isValidChargeTxid("71c7d9be-4b85-4e43-9f1c-1f3b8b4e9a2d")).toBe(false);
  });

  it("keeps of a reference what a static code allows", () => {
    expect(formatStaticTxid("PEDIDO-1234")).toBe("PEDIDO1234");
    expect(formatStaticTxid("---")).toBe("***");
    fc.assert(
      fc.property(fc.string(), (reference) => {
        expect(isValidStaticTxid(formatStaticTxid(reference))).toBe(true);
      }),
    );
  });
});
