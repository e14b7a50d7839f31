import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redact } from "./redact.ts";

describe("redact", () => {
  it.each([
    ["CPF 529.982.247-25 is blocked", "CPF [cpf] is blocked"],
    ["CPF 52998224725.", "CPF [cpf]."],
    ["pago por 11.444.777/0001-61", "pago por [cnpj]"],
    ["CNPJ 11444777000161", "CNPJ [cnpj]"],
    ["CNPJ 12.ABC.345/01DE-35", "CNPJ [cnpj]"],
    ["RFC GODE561231GR8 no existe", "RFC [rfc] no existe"],
    ["RFC SIN9311169P8 no existe", "RFC [rfc] no existe"],
    ["card 4242 4242 4242 4242 declined", "card [card ending in 4242] declined"],
    ["card 378282246310005", "card [card ending in 0005]"],
    ["card 4242.4242.4242.4242 declined", "card [card ending in 4242] declined"],
    ["card 4242\u00a04242\u00a04242\u00a04242", "card [card ending in 4242]"],
    ["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", "SG.[redacted]"],
    ["token TEST-1234567890123456-010203-abc", "token TEST-[redacted]"],
    ["key_eYvWV7gSDkNYXsmr is no key of yours", "key_[redacted] is no key of yours"],
    ["prv_test_4ZtR1Qab9XyZ and prv_prod_abc123def", "prv_[redacted] and prv_[redacted]"],
    ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVP was refused", "[jwt] was refused"],
    ['{"authorization":"d41d8cd98f00"}', '{"authorization":"[redacted]"}'],
    ["postgres://app:s3cr3t@db.example.com/shop", "postgres://app:[redacted]@db.example.com/shop"],
    ["CURP HEGG560427MVZRRL04", "CURP [curp]"],
    ["CLABE 032180000118359719", "CLABE [clabe]"],
    ["cvv: 123, exp 12/27", "cvv: [redacted], exp 12/27"],
    ['{"security_code":"9876"}', '{"security_code":"[redacted]"}'],
    ["key csk_live_a1B2c3D4e5F6", "key csk_live_[redacted]"],
    ["key csk_test_demo and cssk_internal_abcdef", "key csk_test_[redacted] and cssk_internal_[redacted]"],
    ["Stripe says sk_live_51Habcdefgh is wrong", "Stripe says sk_live_[redacted] is wrong"],
    ["token APP_USR-1234567890-abc", "token APP_USR-[redacted]"],
    ["$aact_prod_000Mzkw=:zz", "$aact_[redacted]"],
    ["secret whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "secret whsec_[redacted]"],
    ["authorization: Bearer eyJhbGciOi.abc.def", "authorization: Bearer [redacted]"],
    ["api_key=abcdef123", "api_key=[redacted]"],
    ["senha: hunter22!", "senha: [redacted]"],
    ["secret=a:b=c:d rest", "secret=[redacted] rest"],
    ["chave ana.souza@loja.com.br", "chave [email]"],
    ["chave 123e4567-e89b-42d3-a456-426614174000", "chave [pix key]"],
    ["Pix key 123e4567-e89b-42d3-a456-426614174000 is not registered", "Pix key [pix key] is not registered"],
    ["123e4567-e89b-42d3-a456-426614174000 não é uma chave válida", "[pix key] não é uma chave válida"],
    ['{"pixAddressKey":"123E4567-E89B-42D3-A456-426614174000"}', '{"pixAddressKey":"[pix key]"}'],
    [
      "pix de 123e4567-e89b-42d3-a456-426614174000 para 00000000-0000-4000-8000-000000000000",
      "pix de [pix key] para [pix key]",
    ],
    ["call +5511987654321 now", "call [phone] now"],
    ["+55 (11) 98765-4321", "[phone]"],
    [
      "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D pago",
      "[pix code] pago",
    ],
  ])("%s", (text, clean) => {
    expect(redact(text)).toBe(clean);
  });

  it.each([
    'There is no tool call "tc_01kb3hx5v4z8qe2m9n7r6t1wya". List them with toolCalls.list().',
    "amount is in minor units: send 9990 for R$ 99.90, as a whole number, not 99.9.",
    "You have used 18,000 of 20,000 tool calls this period.",
    "Session ses_123 is closed. Create a new one with codespar.sessions.create().",
    "asaas (no_answer), mercadopago (circuit_open)",
    "Resets at 2026-05-01T00:00:00Z; see https://codespar.dev/dashboard/billing",
    "CPF 529.982.247-24 has wrong check digits",
    "Order 12345678901 of 2026-11-21, NF-e 000.001.234",
    "API key key_01kb3hx5v4z8qe2m9n7r6t1wya was revoked; TEST-MODE is on.",
    "See https://codespar.dev:443/docs and mailto links; protocol 135202600000000001.",
    "The keys begin with csk_live_, csk_test_, cssk_internal_.",
    "Send `Authorization: Bearer <key>`; keys begin with csk_.",
    "No shipment 123e4567-e89b-42d3-a456-426614174000 was made here.",
    "idempotency_key: 123e4567-e89b-42d3-a456-426614174000",
  ])("leaves %s", (text) => {
    expect(redact(text)).toBe(text);
  });

  it("lets no CPF through, wherever it stands", () => {
    const digits = fc.array(fc.nat({ max: 9 }), { minLength: 9, maxLength: 9 });
    const around = fc.constantFrom("", " ", '"', "(", ": ", "\n", "; ");
    fc.assert(
      fc.property(digits, around, around, fc.boolean(), (base, left, right, isPlain) => {
        const check = (all: number[]) => {
          const sum = all.reduce((total, digit, index) => total + digit * (all.length + 1 - index), 0);
          return ((sum * 10) % 11) % 10;
        };
        const first = check(base);
        const cpf = [...base, first, check([...base, first])].join("");
        fc.pre(new Set(cpf).size > 1);
        const shown = isPlain ? cpf : cpf.replace(/(...)(...)(...)(..)/, "$1.$2.$3-$4");
        expect(redact(`x${left === "" ? " " : left}${shown}${right}`)).not.toContain(shown);
      }),
    );
  });

  it("is quick on long text without an end to a match", () => {
    for (const text of [
      "1 ".repeat(50_000),
      "a@".repeat(50_000),
      "000201".repeat(20_000),
      "+5 ".repeat(30_000),
      `${"a".repeat(100_000)}@`,
      `x://${"a:".repeat(50_000)}`,
      "x://a:".repeat(30_000),
      "key_".repeat(30_000),
      `TEST-${"a".repeat(100_000)}`,
      "eyJaaaaaa".repeat(15_000),
      "pix 123e4567-e89b-42d3-a456-426614174000 ".repeat(3000),
      "123e4567-e89b-42d3-a456-426614174000 ".repeat(3000),
    ]) {
      const started = performance.now();
      redact(text);
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });

  it("finds nothing more in what it has made", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(redact(redact(text))).toBe(redact(text));
      }),
    );
  });
});
