import { expect } from "vitest";
import { nfe, parcel, pay, pix, succeed, whatsapp } from "../calls.ts";
import { verifies } from "../conformance-case.ts";
import { isClabe, isCorreiosCode, readAccessKey, readBoleto, readBrCode } from "../decode-identifiers.ts";

const brazilian = [
  "asaas",
  "mercadopago",
  "pagarme",
  "pagseguro",
  "zoop",
  "inter",
  "sicredi",
  "ebanx",
  "stripe",
];

/** Whom every provider knows enough of. */
const customer = {
  name: "Ana Souza",
  document: "11144477735",
  email: "ana@example.com",
  phone: "+5511987654321",
  address: {
    postal_code: "01310100",
    street: "Avenida Paulista",
    number: "1000",
    district: "Bela Vista",
    city: "São Paulo",
    state: "SP",
  },
};

export const identifierCases = [
  verifies("identifiers.br_code", "every provider's BR Code asks for the amount", async (world) => {
    const session = await world.codespar.sessions.create({ servers: brazilian });
    for (const [index, provider] of brazilian.entries()) {
      const amount = 15_990 + index;
      const made = await pay(session, { method: "pix", amount, currency: "BRL", customer, provider });
      const fields = readBrCode(made.pix?.qr_code ?? "");
      expect([provider, fields?.get("54"), fields?.get("53"), fields?.get("58")]).toEqual([
        provider,
        `${(amount / 100).toFixed(2)}`,
        "986",
        "BR",
      ]);
    }
  }),
  verifies("identifiers.end_to_end", "an endToEndId is of the minute it was paid in", async (world) => {
    const session = await world.codespar.sessions.create({ servers: brazilian });
    for (const provider of brazilian.filter((id) => id !== "stripe" && id !== "ebanx")) {
      const made = await pay(session, { ...pix.arguments, customer, provider });
      expect([provider, made.pix?.end_to_end_id]).toEqual([provider, undefined]);
      await world.sandbox.clock.advance("1m");
      const paid = await pay(session, { action: "get", payment_id: made.payment_id });
      const id = paid.pix?.end_to_end_id ?? "";
      expect(id, provider).toMatch(/^E\d{20}[A-Za-z0-9]{11}$/);
      // Asaas gives the day alone
      const digits = provider === "asaas" ? 8 : 12;
      expect([provider, id.slice(9, 9 + digits)]).toEqual([
        provider,
        new Date(paid.paid_at ?? 0).toISOString().replace(/\D/g, "").slice(0, digits),
      ]);
    }
  }),
  verifies("identifiers.boleto", "every provider's boleto is consistent", async (world) => {
    const session = await world.codespar.sessions.create({ servers: brazilian });
    for (const [index, provider] of brazilian.entries()) {
      const amount = 15_990 + index;
      const made = await pay(session, {
        method: "boleto",
        amount,
        currency: "BRL",
        due_date: "2026-12-10",
        customer,
        provider,
      });
      const { barcode = "", digitable_line = "" } = made.boleto ?? {};
      expect([provider, readBoleto(barcode, digitable_line)]).toEqual([
        provider,
        { amount, dueDate: "2026-12-10" },
      ]);
      expect(made.boleto?.due_date).toBe("2026-12-10");
    }
  }),
  verifies(
    "identifiers.access_key",
    "every provider's access key says what the document says",
    async (world) => {
      const servers = ["nuvem-fiscal", "focus-nfe", "nfe-io", "plugnotas", "enotas", "sefaz"];
      const session = await world.codespar.sessions.create({ servers });
      for (const provider of servers) {
        const issued = succeed(await session.execute({ ...nfe, arguments: { ...nfe.arguments, provider } }));
        // some only hand the document in
        await world.sandbox.clock.advance("5s");
        const { invoice_id } = issued;
        const made = succeed(
          await session.execute({ name: "codespar_invoice", arguments: { action: "get", invoice_id } }),
        );
        const key = readAccessKey(made.access_key ?? "");
        expect([provider, key]).toEqual([
          provider,
          {
            state: "35",
            month: "2611",
            cnpj: "11222333000181",
            model: "55",
            series: Number(made.series),
            number: made.number,
          },
        ]);
        expect([provider, made.protocol?.slice(1, 5)]).toEqual([provider, "3526"]);
      }
    },
  ),
  verifies("identifiers.wamid", "a wamid decodes to its recipient", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["whatsapp-cloud"] });
    const { message_id } = succeed(await session.execute(whatsapp));
    expect(message_id).toMatch(/^wamid\./);
    expect(atob(message_id.slice("wamid.".length))).toContain("5511987654321");
  }),
  verifies("identifiers.tracking", "a tracking code of the Correios is one of theirs", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["correios"] });
    const { quotes = [] } = succeed(
      await session.execute({ name: "codespar_ship", arguments: { action: "quote", ...parcel } }),
    );
    const label = {
      action: "label",
      ...parcel,
      service_id: quotes[0]?.service_id ?? "",
      recipient: { name: "Ana Souza" },
    } as const;
    const codes = [];
    for (let index = 0; index < 5; index++) {
      codes.push(
        succeed(await session.execute({ name: "codespar_ship", arguments: label })).tracking_code ?? "",
      );
    }
    expect(codes.filter((code) => !isCorreiosCode(code))).toEqual([]);
    expect(new Set(codes).size).toBe(5);
  }),
  verifies("identifiers.clabe", "every provider's CLABE checks", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["conekta", "mercadopago", "ebanx"] });
    for (const provider of ["conekta", "mercadopago", "ebanx"]) {
      const made = await pay(session, {
        method: "spei",
        amount: 50_000,
        currency: "MXN",
        customer: { name: "Ana", email: "a@example.com" },
        provider,
      });
      expect([provider, isClabe(made.spei?.clabe ?? "")]).toEqual([provider, true]);
    }
  }),
  verifies("identifiers.unique", "ids differ and sort by time", async (world) => {
    const session = await world.session();
    const calls = [];
    const payments = [];
    for (let index = 0; index < 20; index++) {
      const result = await session.execute(pix);
      calls.push(result.tool_call_id);
      payments.push(succeed(result).payment_id, succeed(result).pix?.txid);
      if (index % 5 === 0) await world.sandbox.clock.advance("1s");
    }
    expect(calls).toEqual([...calls].sort());
    expect(new Set(calls).size).toBe(20);
    expect(new Set(payments).size).toBe(40);
  }),
];
