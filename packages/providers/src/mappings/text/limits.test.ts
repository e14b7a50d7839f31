import type { Translator } from "@codespar/backend/ports";
import type { PayInput } from "@codespar/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interTranslator } from "../../inter/translate.ts";
import { pagseguroTranslator } from "../../pagseguro/translate.ts";
import { sicrediTranslator } from "../../sicredi/translate.ts";
import { transbankTranslator } from "../../transbank/translate.ts";
import { cutText } from "./cut-text.ts";

describe("cutText", () => {
  it("never cuts a character in half (a UTF-16 half is no Unicode text: Unicode 16, 3.9 D75)", () => {
    expect(cutText("cafés 😀", 7)).toBe("cafés ");
    expect(cutText("abc👩‍👩‍👧‍👦", 6)).toBe("abc");
    expect(cutText("e\u0301e\u0301", 3)).toBe("e\u0301");
  });

  it("leaves what fits as it is", () => {
    expect(cutText("Pedido 😀", 9)).toBe("Pedido 😀");
  });

  it("returns a well-formed beginning that fits, of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(40), (text, length) => {
        const cut = cutText(text, length);
        expect(cut.length).toBeLessThanOrEqual(length);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

/** What leaves for the provider, and then nothing more. */
async function sent(translator: Translator, input: PayInput): Promise<unknown> {
  let left: unknown;
  const stop = new Error("sent");
  const effect = (_tool: string, args: unknown) => {
    left = args;
    return Promise.reject(stop);
  };
  const unused = () => Promise.reject(new Error("no other call is expected"));
  const translation = translator.pay?.(
    input,
    { effect, read: unused, prepare: unused, pause: unused },
    {
      operationId: "tc_0123456789abcdef0123456789abcdef",
      now: Date.UTC(2026, 10, 20, 15),
      environment: "test",
    },
  );
  await translation?.catch((error: unknown) => {
    if (error !== stop) throw error;
  });
  return left;
}

const boleto: PayInput = {
  method: "boleto",
  amount: 15_990,
  currency: "BRL",
  customer: {
    name: "Maria Exemplo",
    email: "maria@example.com",
    document: "529.982.247-25",
    address: {
      postal_code: "01310-100",
      street: "Avenida Paulista",
      number: "100",
      district: "Bela Vista",
      city: "São Paulo",
      state: "SP",
    },
  },
};
const webpay: PayInput = { method: "webpay", amount: 15_990, currency: "CLP" };

describe("a reference that the provider cannot keep", () => {
  it.each([
    ["PagBank", pagseguroTranslator, boleto, 64], // PagBank: reference_id, 64 at most
    ["Inter", interTranslator, boleto, 78], // Inter: mensagem.linha1, 78 at most
    ["Sicredi", sicrediTranslator, boleto, 80], // Sicredi: informativos, 80 a line
    ["Transbank", transbankTranslator, webpay, 26], // Transbank: buy_order, 26 at most
  ])("is refused by name and limit at %s, and nothing leaves", async (name, translator, input, limit) => {
    await expect(sent(translator, { ...input, reference: "r".repeat(limit + 1) })).rejects.toMatchObject({
      code: "invalid_request",
      message: `${name} takes at most ${limit} characters of reference, not ${limit + 1}. Shorten reference.`,
    });
    expect(await sent(translator, { ...input, reference: "r".repeat(limit) })).toBeDefined();
  });

  it("is cut where the field is only a copy, and whole where it is kept", async () => {
    const reference = "pedido-de-natal-1042";
    expect(await sent(interTranslator, { ...boleto, reference })).toMatchObject({
      mensagem: { linha1: reference },
    });
    expect(await sent(sicrediTranslator, { ...boleto, reference })).toMatchObject({
      seuNumero: "pedido-de-",
      informativos: [reference],
    });
  });
});

describe("a description", () => {
  it("is cut to PagBank's item name and Inter's line by whole characters", async () => {
    const description = `${"x".repeat(63)}😀`;
    expect(await sent(pagseguroTranslator, { ...boleto, description })).toMatchObject({
      items: [{ name: "x".repeat(63) }],
    });
    expect(await sent(interTranslator, { ...boleto, description: `${"x".repeat(77)}😀` })).toMatchObject({
      mensagem: { linha2: "x".repeat(77) },
    });
  });
});
