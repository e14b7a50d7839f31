import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/seeded-random.ts";
import { generateEndToEndId, generateReturnId, parseEndToEndId } from "./end-to-end-id.ts";
import { detectPixKey, generateEvpKey } from "./pix-key.ts";
import { PIX_ISPB } from "./pix-participant.ts";
import {
  generateChargeTxid,
  generateStaticTxid,
  isChargeTxid,
  isStaticTxid,
  toStaticTxid,
} from "./pix-txid.ts";

const OPEN_FINANCE =
  /^E[0-9]{8}[0-9]{4}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(2[0-3]|[01][0-9])([0-5][0-9])[a-zA-Z0-9]{11}$/;

describe("endToEndId", () => {
  it("reads the worked example", () => {
    expect(parseEndToEndId("E18236120202611202357a1B2c3D4e5F")).toEqual({
      type: "payment",
      ispb: PIX_ISPB.nubank,
      at: Date.UTC(2026, 10, 20, 23, 57),
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
          expect(parseEndToEndId(id)).toEqual({ type: "payment", ispb, at: at - (at % 60_000) });
          const returned = generateReturnId(seededRandom(seed), { ispb, at });
          expect(parseEndToEndId(returned)?.type).toBe("return");
        },
      ),
    );
  });

  it("refuses dates that do not exist and short institutions", () => {
    expect(parseEndToEndId("E18236120202602312357a1B2c3D4e5F")).toBeUndefined();
    expect(parseEndToEndId("E18236120202611202457a1B2c3D4e5F")).toBeUndefined();
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
    expect(detectPixKey(key)).toBe(type);
  });

  it("generates random keys", () => {
    expect(detectPixKey(generateEvpKey(seededRandom(3)))).toBe("evp");
  });
});

describe("txid", () => {
  it("fits a charge or a static code", () => {
    expect(isChargeTxid(generateChargeTxid(seededRandom(1)))).toBe(true);
    expect(isStaticTxid(generateStaticTxid(seededRandom(1)))).toBe(true);
    expect(isChargeTxid("71c7d9be-4b85-4e43-9f1c-1f3b8b4e9a2d")).toBe(false);
  });

  it("keeps of a reference what a static code allows", () => {
    expect(toStaticTxid("PEDIDO-1234")).toBe("PEDIDO1234");
    expect(toStaticTxid("---")).toBe("***");
    fc.assert(
      fc.property(fc.string(), (reference) => {
        expect(isStaticTxid(toStaticTxid(reference))).toBe(true);
      }),
    );
  });
});
