import type { InvoiceArguments, NotifyArguments, Session } from "@codespar/sdk";
import { expect } from "vitest";
import { nfe, parcel, refuse, succeed, whatsapp } from "../calls.ts";
import { verifies } from "../conformance-case.ts";

const invoice = (session: Session, args: InvoiceArguments) =>
  session.execute({ name: "codespar_invoice", arguments: args });
const { customer, items } = nfe.arguments;
const rfcCustomer = { name: "PUBLICO EN GENERAL", document: "XAXX010101000" };

/** A document that is authorised at once. */
function issued(
  type: "nfe" | "nfce" | "nfse" | "cte" | "mdfe",
  args: InvoiceArguments,
  model: string | undefined,
) {
  return verifies(`invoice.${type}`, `a document of type ${type} is authorised`, async (world) => {
    const session = await world.session("all");
    const made = succeed(await invoice(session, args));
    expect(made).toMatchObject({
      type,
      status: "authorized",
      amount: 9990,
      number: expect.any(Number),
      issued_at: expect.any(String),
      pdf_url: expect.stringMatching(/^https?:/),
      xml_url: expect.stringMatching(/^https?:/),
    });
    if (model !== undefined) {
      expect(made.access_key?.slice(20, 22)).toBe(model);
      expect(made.protocol).toMatch(/^\d{15}(\d\d)?$/);
    }
    const read = succeed(await invoice(session, { action: "get", invoice_id: made.invoice_id }));
    expect(read).toMatchObject({ invoice_id: made.invoice_id, status: "authorized", number: made.number });
  });
}

async function labelled(session: Session) {
  const quote = succeed(
    await session.execute({ name: "codespar_ship", arguments: { action: "quote", ...parcel } }),
  );
  const offer = quote.quotes?.[0];
  const label = succeed(
    await session.execute({
      name: "codespar_ship",
      arguments: {
        action: "label",
        ...parcel,
        service_id: offer?.service_id ?? "",
        recipient: {
          name: "Ana Souza",
          document: "11144477735",
          phone: "+5521987654321",
          address: "Rua do Ouvidor 50",
        },
      },
    }),
  );
  return { offer, label };
}

function sent(channel: NotifyArguments["channel"], args: NotifyArguments, server: string) {
  return verifies(`notify.${channel}`, `a message by ${channel} is sent, and moves on`, async (world) => {
    const session = await world.codespar.sessions.create({ servers: [server] });
    const message = succeed(await session.execute({ name: "codespar_notify", arguments: args }));
    expect(message).toMatchObject({ channel, to: args.to, message_id: expect.any(String) });
    expect(["queued", "sent"]).toContain(message.status);
    await world.sandbox.clock.advance("1h");
    const types = world.sandbox.events.map(({ type }) => type);
    expect(types).toContain("message.sent");
    expect(types).toContain("message.delivered");
  });
}

export const goodsCases = [
  issued("nfe", { type: "nfe", customer, items }, "55"),
  issued("nfce", { type: "nfce", items }, "65"),
  issued("nfse", { type: "nfse", customer, items }, undefined),
  issued("cte", { type: "cte", customer, items }, "57"),
  issued("mdfe", { type: "mdfe", customer, items }, "58"),
  verifies("invoice.sped", "a month's file is written", async (world) => {
    const session = await world.session("all");
    succeed(await invoice(session, { ...nfe.arguments, items, provider: "sefaz" }));
    const made = succeed(await invoice(session, { type: "sped", period: "2026-11" }));
    expect(made).toMatchObject({ type: "sped", xml_url: expect.stringMatching(/^https?:/) });
  }),
  verifies("invoice.cfdi", "a CFDI is stamped, credited and moved", async (world) => {
    const session = await world.session("mexican");
    const ingreso = succeed(await invoice(session, { type: "cfdi", customer: rfcCustomer, items }));
    expect(ingreso).toMatchObject({
      status: "authorized",
      amount: 9990,
      uuid: expect.stringMatching(/^[0-9a-f-]{36}$/i),
    });
    const egreso = succeed(
      await invoice(session, {
        type: "cfdi",
        cfdi_type: "egreso",
        related_uuid: ingreso.uuid ?? "",
        customer: rfcCustomer,
        items,
      }),
    );
    const traslado = succeed(
      await invoice(session, { type: "cfdi", cfdi_type: "traslado", customer: rfcCustomer, items }),
    );
    expect(new Set([ingreso.uuid, egreso.uuid, traslado.uuid]).size).toBe(3);
  }),
  verifies(
    "invoice.reject",
    "a rejection carries the authority's code and the document's id",
    async (world) => {
      const session = await world.session();
      const rejected = await invoice(session, {
        ...nfe.arguments,
        items: [{ description: "sandbox:reject:778", quantity: 1, unit_amount: 100 }],
      });
      const { invoice_id, ...refusal } = refuse(rejected);
      expect(refusal).toMatchObject({ code: "invoice_rejected", provider_code: "778" });
      const read = await invoice(session, { action: "get", invoice_id: invoice_id ?? "" });
      expect(read.data).toMatchObject({ invoice_id, status: "rejected", rejection: { code: "778" } });
      expect((await invoice(session, { ...nfe.arguments, items })).provider).toBe("nuvem-fiscal");
    },
  ),
  verifies(["invoice.get", "invoice.cancel"], "a document is read and cancelled once", async (world) => {
    const session = await world.session();
    const { invoice_id } = succeed(await invoice(session, { ...nfe.arguments, items }));
    const cancel = { action: "cancel", invoice_id, reason: "Pedido cancelado pelo cliente" } as const;
    expect(succeed(await invoice(session, cancel)).status).toBe("cancelled");
    expect(refuse(await invoice(session, cancel)).provider_code).toBe("420");
    expect(succeed(await invoice(session, { action: "get", invoice_id })).status).toBe("cancelled");
  }),
  verifies("invoice.correct", "a document is corrected", async (world) => {
    const session = await world.session();
    const { invoice_id } = succeed(await invoice(session, { ...nfe.arguments, items }));
    const corrected = await invoice(session, {
      action: "correct",
      invoice_id,
      reason: "Corrige a transportadora informada",
    });
    expect(succeed(corrected)).toMatchObject({ invoice_id, status: "authorized" });
  }),
  verifies("ship.quote", "every attached carrier quotes", async (world) => {
    const session = await world.session();
    const { quotes = [] } = succeed(
      await session.execute({ name: "codespar_ship", arguments: { action: "quote", ...parcel } }),
    );
    expect(new Set(quotes.map(({ service_id }) => service_id)).size).toBe(quotes.length);
    for (const { amount, currency, delivery_days, delivery_date } of quotes) {
      expect([currency, amount > 0, delivery_days > 0]).toEqual(["BRL", true, true]);
      expect(delivery_date).toMatch(/^2026-1[12]-\d\d$/);
    }
    const servers = new Set(quotes.map(({ service_id }) => service_id.split(":")[0]));
    expect([...servers].sort()).toEqual(["correios", "melhor-envio"]);
    const prices = quotes.map(({ amount }) => amount);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
  }),
  verifies(["ship.label", "ship.track"], "a label is made, and its parcel arrives", async (world) => {
    const session = await world.session();
    const { offer, label } = await labelled(session);
    expect(label).toMatchObject({
      carrier: offer?.carrier,
      amount: offer?.amount,
      status: "created",
      label_url: expect.stringMatching(/^https?:/),
    });
    await world.sandbox.clock.advance("14d");
    const later = await world.session();
    const track = {
      name: "codespar_ship",
      arguments: { action: "track", tracking_code: label.tracking_code ?? "" },
    } as const;
    const tracked = succeed(await later.execute(track));
    expect(tracked.status).toBe("delivered");
    const times = tracked.events?.map(({ occurred_at }) => Date.parse(occurred_at)) ?? [];
    expect(times.length).toBeGreaterThan(2);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const types = world.sandbox.events.map(({ type }) => type);
    for (const type of ["shipment.created", "shipment.in_transit", "shipment.delivered"] as const)
      expect(types, type).toContain(type);
  }),
  verifies("ship.cancel", "a label is cancelled once", async (world) => {
    const session = await world.session();
    const { label } = await labelled(session);
    const cancel = {
      name: "codespar_ship",
      arguments: { action: "cancel", shipment_id: label.shipment_id ?? "" },
    } as const;
    expect(succeed(await session.execute(cancel)).status).toBe("cancelled");
    refuse(await session.execute(cancel));
  }),
  sent("whatsapp", whatsapp.arguments, "z-api"),
  sent("sms", { channel: "sms", to: "+5511987654321", message: "Oi" }, "twilio"),
  sent("email", { channel: "email", to: "ana@example.com", subject: "Pedido", message: "Oi" }, "sendgrid"),
];
