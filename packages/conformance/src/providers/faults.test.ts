import { once } from "node:events";
import { createServer } from "node:net";
import type { ShipAddress } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { brazil } from "../calls.ts";
import { type BreakPoint, breakPoints, reaches, startBreakProxy } from "./break-proxy.ts";
import { liveWorld } from "./live-world.ts";

type World = Awaited<ReturnType<typeof liveWorld>>;
type Session = Awaited<ReturnType<World["client"]["sessions"]["create"]>>;
type Call = Parameters<Session["execute"]>[0];

interface Effect {
  provider: string;
  /** How its loss is found. */
  find: "repeat" | "look up" | "none";
  tool: string;
  /** Of the request that makes the effect. */
  path: RegExp;
  /** @default "POST" */
  method?: "DELETE" | "PATCH" | "PUT" | undefined;
  /** What has to be there before, and the call that makes the effect. */
  prepare(session: Session, world: World): Promise<Call>;
}

const customer = { name: "Ana Souza", document: "111.444.777-35", email: "ana@example.com" };
const pix: Call = {
  name: "codespar_pay",
  arguments: { method: "pix", amount: 15990, currency: "BRL", reference: "order-7", customer },
};

const neverPaid: Call = {
  name: "codespar_pay",
  arguments: { method: "pix", amount: 15990, currency: "BRL", reference: "sandbox:never_pays", customer },
};

async function refundOfAPaidPix(session: Session, world: World): Promise<Call> {
  const paid = await session.execute(pix);
  if (!paid.success) throw new Error(paid.error.message);
  const { payment_id } = paid.data as { payment_id: string };
  await world.advance("1m");
  return { name: "codespar_pay", arguments: { action: "refund", payment_id, amount: 5000 } };
}

async function refundOf(order: Call, session: Session, amount?: number): Promise<Call> {
  const paid = await session.execute(order);
  if (!paid.success) throw new Error(paid.error.message);
  const { payment_id } = paid.data as { payment_id: string };
  const part = amount === undefined ? {} : { amount };
  return { name: "codespar_pay", arguments: { action: "refund", payment_id, ...part } };
}

async function cancellationOf(order: Call, session: Session): Promise<Call> {
  const pending = await session.execute(order);
  if (!pending.success) throw new Error(pending.error.message);
  const { payment_id } = pending.data as { payment_id: string };
  return { name: "codespar_pay", arguments: { action: "cancel", payment_id } };
}

/** A bank wants to know who pays. */
const boleto: Call = {
  name: "codespar_pay",
  arguments: { method: "boleto", amount: 15990, currency: "BRL", reference: "order-7", customer },
};

const tinyOrder: Call = {
  name: "tiny_create_order",
  arguments: {
    pedido: {
      numero_pedido_ecommerce: "order-7",
      cliente: { nome: "Ana Souza" },
      itens: [{ item: { descricao: "Café", quantidade: 3, valor_unitario: 64.9 } }],
    },
  },
};

async function omieReceivable(session: Session): Promise<Call> {
  const made = await session.execute({
    name: "omie_create_customer",
    arguments: { razao_social: "Ana Souza" },
  });
  if (!made.success) throw new Error(made.error.message);
  const { codigo_cliente_omie } = made.data as { codigo_cliente_omie: number };
  return {
    name: "omie_create_receivable",
    arguments: {
      codigo_cliente_fornecedor: codigo_cliente_omie,
      data_vencimento: "10/12/2026",
      valor_documento: 159.9,
      codigo_categoria: "1.01.02",
    },
  };
}

async function captureOfAHeldCard(session: Session): Promise<Call> {
  const held = await session.execute({
    name: "codespar_pay",
    arguments: {
      method: "credit_card",
      amount: 15990,
      currency: "BRL",
      card_token: "tok_visa",
      capture: "manual",
      customer,
    },
  });
  if (!held.success) throw new Error(held.error.message);
  const { payment_id } = held.data as { payment_id: string };
  return { name: "codespar_pay", arguments: { action: "capture", payment_id } };
}

const cfdi: Call = {
  name: "codespar_invoice",
  arguments: {
    type: "cfdi",
    customer: {
      name: "UNIVERSIDAD ROBOTICA ESPAÑOLA",
      document: "URE180429TM6",
      tax_regime: "601",
      address: { postal_code: "86991" },
    },
    items: [{ description: "Cafetera", quantity: 1, unit_amount: 139_900 }],
  },
};

async function cfdiOfAProfile(_session: Session, world: World): Promise<Call> {
  await world.client.fiscalProfiles.create({
    mexico: {
      tax_id: "EKU9003173C9",
      name: "ESCUELA KEMPER URGATE",
      tax_regime: "601",
      postal_code: "42501",
      products: [{ codes: ["*"], product_key: "52141501" }],
    },
  });
  return cfdi;
}

/** An NF-e or NFS-e that an issuer in São Paulo may issue. */
function noteOf(type: "nfe" | "nfse") {
  return async (_session: Session, world: World): Promise<Call> => {
    await world.client.fiscalProfiles.create({
      brazil: { ...brazil, services: [{ codes: ["*"], service_code: "010101", city_service_code: "02919" }] },
    });
    return {
      name: "codespar_invoice",
      arguments: {
        type,
        customer: {
          ...customer,
          address: {
            street: "Rua da Assembleia",
            number: "10",
            district: "Centro",
            city: "Rio de Janeiro",
            city_code: "3304557",
            state: "RJ",
            postal_code: "20011-901",
          },
        },
        items: [{ description: "Consultoria", quantity: 1, unit_amount: 15_990, code: "85167100" }],
      },
    };
  };
}

async function cancellationOfInvoice(
  prepare: (session: Session, world: World) => Promise<Call>,
  session: Session,
  world: World,
): Promise<Call> {
  const issued = await session.execute(await prepare(session, world));
  if (!issued.success) throw new Error(issued.error.message);
  const { invoice_id } = issued.data as { invoice_id: string };
  await world.advance("5m");
  return {
    name: "codespar_invoice",
    arguments: { action: "cancel", invoice_id, reason: "Pedido desfeito pelo cliente" },
  };
}

const brazilianCard: Call = {
  name: "codespar_pay",
  arguments: {
    method: "credit_card",
    amount: 15990,
    currency: "BRL",
    reference: "order-7",
    card_token: "tok_visa",
    customer,
  },
};

const colombianCard: Call = {
  name: "codespar_pay",
  arguments: {
    method: "credit_card",
    amount: 1_599_000,
    currency: "COP",
    reference: "order-7",
    card_token: "tok_visa",
    customer: { name: "Ana Ejemplo", email: "ana@example.com" },
  },
};

const sms: Call = {
  name: "codespar_notify",
  arguments: { channel: "sms", to: "+5511987654321", message: "Pedido 7 pago" },
};

const whatsapp: Call = {
  name: "codespar_notify",
  arguments: { channel: "whatsapp", to: "+5511987654321", message: "Pedido 7 pago" },
};

/** A parcel between two places, by the cheapest service. */
function labelOf(origin: ShipAddress, destination: ShipAddress) {
  return async (session: Session): Promise<Call> => {
    const packages = [{ weight_g: 750, length_cm: 20, width_cm: 15, height_cm: 10 }];
    const route = { origin, destination, packages };
    const quoted = await session.execute({
      name: "codespar_ship",
      arguments: { action: "quote", ...route },
    });
    if (!quoted.success) throw new Error(quoted.error.message);
    const { quotes } = quoted.data as { quotes: { service_id: string }[] };
    const recipient = {
      name: "Ana Souza",
      phone: "+525512345678",
      email: "ana@example.com",
      address: "Avenida Colón 741",
    };
    const service_id = quotes[0]?.service_id ?? "";
    return { name: "codespar_ship", arguments: { action: "label", ...route, recipient, service_id } };
  };
}

const effects: readonly Effect[] = [
  {
    provider: "plugnotas",
    find: "look up",
    tool: "plugnotas_create_nfe",
    path: /\/nfe$/,
    prepare: noteOf("nfe"),
  },
  {
    provider: "plugnotas",
    find: "look up",
    tool: "plugnotas_create_nfse",
    path: /\/nfse$/,
    prepare: noteOf("nfse"),
  },
  {
    provider: "plugnotas",
    find: "look up",
    tool: "plugnotas_cancel_nfe",
    path: /\/cancelamento$/,
    prepare: (session, world) => cancellationOfInvoice(noteOf("nfe"), session, world),
  },
  {
    provider: "infobip",
    find: "look up",
    tool: "infobip_send_sms",
    path: /\/sms\//,
    prepare: async () => sms,
  },
  {
    provider: "evolution-api",
    find: "none",
    tool: "evolution_api_send_text",
    path: /\/message\/sendText\/\w+$/,
    prepare: async () => whatsapp,
  },
  {
    provider: "enotas",
    find: "look up",
    tool: "enotas_create_nfe",
    path: /\/nf-e$/,
    prepare: noteOf("nfe"),
  },
  {
    provider: "enotas",
    find: "look up",
    tool: "enotas_create_nfse",
    path: /\/nfes$/,
    prepare: noteOf("nfse"),
  },
  {
    provider: "enotas",
    find: "look up",
    tool: "enotas_cancel_nfe",
    method: "DELETE",
    path: /\/nf-e\//,
    prepare: (session, world) => cancellationOfInvoice(noteOf("nfe"), session, world),
  },
  {
    provider: "nfe-io",
    find: "look up",
    tool: "nfe_io_create_nfse",
    path: /\/serviceinvoices$/,
    prepare: noteOf("nfse"),
  },
  {
    provider: "nfe-io",
    find: "none",
    tool: "nfe_io_create_nfe",
    path: /\/productinvoices$/,
    prepare: noteOf("nfe"),
  },
  {
    provider: "nfe-io",
    find: "look up",
    tool: "nfe_io_cancel_nfse",
    method: "DELETE",
    path: /\/serviceinvoices\//,
    prepare: (session, world) => cancellationOfInvoice(noteOf("nfse"), session, world),
  },
  {
    provider: "facturama",
    find: "look up",
    tool: "facturama_create_cfdi",
    path: /\/3\/cfdis$/,
    prepare: cfdiOfAProfile,
  },
  {
    provider: "facturama",
    find: "look up",
    tool: "facturama_cancel_cfdi",
    method: "DELETE",
    path: /\/cfdi\//,
    prepare: (session, world) => cancellationOfInvoice(cfdiOfAProfile, session, world),
  },
  {
    provider: "wompi",
    find: "look up",
    tool: "wompi_create_transaction",
    path: /\/v1\/transactions$/,
    prepare: async () => colombianCard,
  },
  {
    provider: "wompi",
    find: "look up",
    tool: "wompi_void_transaction",
    path: /\/void$/,
    prepare: (session) => refundOf(colombianCard, session),
  },
  {
    provider: "ebanx",
    find: "look up",
    tool: "ebanx_create_payment",
    path: /\/ws\/direct$/,
    prepare: async () => pix,
  },
  {
    provider: "ebanx",
    find: "look up",
    tool: "ebanx_refund_payment",
    path: /\/ws\/refund$/,
    prepare: refundOfAPaidPix,
  },
  {
    provider: "ebanx",
    find: "look up",
    tool: "ebanx_capture_payment",
    path: /\/ws\/capture$/,
    prepare: captureOfAHeldCard,
  },
  {
    provider: "ebanx",
    find: "look up",
    tool: "ebanx_cancel_payment",
    path: /\/ws\/cancel$/,
    prepare: (session) => cancellationOf(neverPaid, session),
  },
  {
    provider: "zoop",
    find: "look up",
    tool: "zoop_create_pix_payment",
    path: /\/v2\/marketplaces\/\w+\/transactions$/,
    prepare: async () => pix,
  },
  {
    provider: "zoop",
    find: "look up",
    tool: "zoop_create_transaction",
    path: /\/v1\/marketplaces\/\w+\/transactions$/,
    prepare: async () => brazilianCard,
  },
  {
    provider: "zoop",
    find: "look up",
    tool: "zoop_refund_transaction",
    path: /\/void$/,
    prepare: (session) => refundOf(brazilianCard, session),
  },
  {
    provider: "zoop",
    find: "none",
    tool: "zoop_refund_transaction",
    path: /\/void$/,
    // of a part nothing shows whose it is
    prepare: (session) => refundOf(brazilianCard, session, 5000),
  },
  {
    provider: "zoop",
    find: "look up",
    tool: "zoop_capture_transaction",
    path: /\/capture$/,
    prepare: captureOfAHeldCard,
  },
  {
    provider: "pagseguro",
    find: "repeat",
    tool: "pagseguro_create_order",
    path: /\/orders$/,
    prepare: async () => pix,
  },
  {
    provider: "pagseguro",
    find: "repeat",
    tool: "pagseguro_refund_charge",
    path: /\/cancel$/,
    prepare: refundOfAPaidPix,
  },
  {
    provider: "pagseguro",
    find: "look up",
    tool: "pagseguro_capture_charge",
    path: /\/capture$/,
    prepare: captureOfAHeldCard,
  },
  {
    provider: "inter",
    find: "look up",
    tool: "inter_create_pix_charge",
    method: "PUT",
    path: /\/cob\/tc[0-9a-z]{26}$/,
    prepare: async () => pix,
  },
  {
    provider: "inter",
    find: "look up",
    tool: "inter_refund_pix",
    method: "PUT",
    path: /\/devolucao\/tc[0-9a-z]{26}$/,
    prepare: refundOfAPaidPix,
  },
  {
    provider: "inter",
    find: "look up",
    tool: "inter_update_pix_charge",
    method: "PATCH",
    path: /\/cob\//,
    prepare: (session) => cancellationOf(neverPaid, session),
  },
  {
    provider: "inter",
    find: "look up",
    tool: "inter_create_boleto",
    path: /\/cobrancas$/,
    prepare: async () => boleto,
  },
  {
    provider: "stark-bank",
    find: "look up",
    tool: "stark_bank_create_invoice",
    path: /\/invoice$/,
    prepare: async () => pix,
  },
  {
    provider: "stark-bank",
    find: "look up",
    tool: "stark_bank_update_invoice",
    method: "PATCH",
    path: /\/invoice\//,
    prepare: refundOfAPaidPix,
  },
  {
    provider: "sicredi",
    find: "look up",
    tool: "sicredi_create_pix_charge",
    method: "PUT",
    path: /\/cob\//,
    prepare: async () => pix,
  },
  {
    provider: "sicredi",
    find: "look up",
    tool: "sicredi_create_boleto",
    path: /\/boletos$/,
    prepare: async () => boleto,
  },
  {
    provider: "asaas",
    find: "look up",
    tool: "asaas_capture_payment",
    path: /\/captureAuthorizedPayment$/,
    prepare: captureOfAHeldCard,
  },
  {
    provider: "stripe",
    find: "repeat",
    tool: "stripe_capture_payment_intent",
    path: /\/capture$/,
    prepare: captureOfAHeldCard,
  },
  {
    provider: "mercadopago",
    find: "look up",
    tool: "mercadopago_capture_payment",
    method: "PUT",
    path: /^\/v1\/payments\/\d+$/,
    prepare: captureOfAHeldCard,
  },
  {
    provider: "tiny",
    find: "look up",
    tool: "tiny_create_order",
    path: /\/pedido\.incluir\.php$/,
    prepare: async () => tinyOrder,
  },
  {
    provider: "omie",
    find: "look up",
    tool: "omie_create_customer",
    path: /\/geral\/clientes\/$/,
    prepare: async () => ({ name: "omie_create_customer", arguments: { razao_social: "Ana Souza" } }),
  },
  {
    provider: "omie",
    find: "look up",
    tool: "omie_create_receivable",
    path: /\/financas\/contareceber\/$/,
    prepare: omieReceivable,
  },
  {
    provider: "asaas",
    find: "look up",
    tool: "asaas_create_payment",
    path: /^\/v3\/payments$/,
    prepare: async () => pix,
  },
  {
    provider: "asaas",
    find: "look up",
    tool: "asaas_refund_payment",
    path: /\/refund$/,
    prepare: refundOfAPaidPix,
  },
  {
    provider: "stripe",
    find: "repeat",
    tool: "stripe_create_payment_intent",
    path: /^\/v1\/payment_intents$/,
    prepare: async () => pix,
  },
  {
    provider: "pagarme",
    find: "repeat",
    tool: "pagarme_create_order",
    path: /\/orders$/,
    prepare: async () => pix,
  },
  {
    provider: "pagarme",
    find: "repeat",
    tool: "pagarme_create_transfer",
    path: /\/recipients\/re_1\/transfers$/,
    prepare: async (session, world) => {
      await refundOfAPaidPix(session, world);
      return {
        name: "pagarme_create_transfer",
        arguments: { recipient_id: "re_1", amount: 1, metadata: {} },
      };
    },
  },
  {
    provider: "stripe",
    find: "repeat",
    tool: "stripe_create_refund",
    path: /^\/v1\/refunds$/,
    prepare: refundOfAPaidPix,
  },
  {
    provider: "mercadopago",
    find: "look up",
    tool: "mercadopago_create_payment",
    path: /^\/v1\/payments$/,
    prepare: async () => pix,
  },
  {
    provider: "mercadopago",
    find: "none",
    tool: "mercadopago_create_refund",
    path: /\/refunds$/,
    prepare: refundOfAPaidPix,
  },
  {
    provider: "bitso",
    find: "look up",
    tool: "bitso_create_order",
    path: /\/v3\/orders$/,
    prepare: async () => ({
      name: "bitso_create_order",
      arguments: { book: "btc_mxn", side: "buy", type: "market", major: "0.00000001" },
    }),
  },
  {
    provider: "bitso",
    find: "look up",
    tool: "bitso_create_withdrawal",
    path: /\/v3\/withdrawals$/,
    prepare: async () => ({
      name: "bitso_create_withdrawal",
      arguments: { currency: "usdc", network: "solana", amount: "0.000001", address: "a" },
    }),
  },
  {
    provider: "mercado-bitcoin",
    find: "look up",
    tool: "mercado_bitcoin_create_order",
    path: /\/BTC-BRL\/orders$/,
    prepare: async () => ({
      name: "mercado_bitcoin_create_order",
      arguments: { symbol: "BTC-BRL", side: "sell", type: "market", qty: "0.00000001" },
    }),
  },
  {
    provider: "dhl",
    find: "look up",
    tool: "dhl_create_shipment",
    path: /\/shipments$/,
    prepare: labelOf(
      { postal_code: "06600", country: "MX", city: "Cuauhtémoc" },
      { postal_code: "97000", country: "MX", city: "Mérida" },
    ),
  },
  {
    provider: "chilexpress",
    find: "look up",
    tool: "chilexpress_create_transport_order",
    path: /\/transport-orders$/,
    prepare: labelOf(
      { postal_code: "8320000", country: "CL", city: "Santiago" },
      { postal_code: "6200000", country: "CL", city: "Punta Arenas" },
    ),
  },
  {
    provider: "jadlog",
    find: "none",
    tool: "jadlog_create_shipment",
    path: /\/pedido\/incluir$/,
    prepare: labelOf({ postal_code: "01310100", country: "BR" }, { postal_code: "20040002", country: "BR" }),
  },
];

/** What the caller has in the end: the result, or the code of the error. */
async function getOutcome(act: () => Promise<{ success: boolean }>): Promise<string> {
  try {
    const result = await act();
    return result.success ? "succeeded" : "refused";
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}

const sockets = breakPoints.filter((point) => point !== "closed port");

describe.each(effects)("$tool of $provider, found by: $find", (effect) => {
  async function run(
    point: BreakPoint,
    act: (session: Session, call: Call, world: World) => Promise<string>,
  ) {
    let proxy: Awaited<ReturnType<typeof startBreakProxy>> | undefined;
    const world = await liveWorld(effect.provider, {
      reach: async (url) => {
        proxy = await startBreakProxy(url);
        return proxy.url;
      },
      providerTimeoutMs: 400,
    });
    try {
      const session = await world.client.sessions.create({ servers: [effect.provider] });
      const call = await effect.prepare(session, world);
      const verb = effect.method ?? "POST";
      proxy?.arm(point, (method, path) => method === verb && effect.path.test(path));
      const outcome = await act(session, call, world);
      expect(proxy?.broken()).toBe(1);
      const made = world.sandbox.calls.filter(
        ({ tool, effect: isEffect }) => isEffect && tool === effect.tool,
      );
      // the payment that is refunded is an effect of another tool
      return { outcome, made: made.length };
    } finally {
      await world.close();
      await proxy?.close();
    }
  }

  /** Exactly one effect and its result, or an error that says that nobody knows: never two, never a result of nothing. */
  function expected(point: BreakPoint): { outcome: string; made: number } {
    const isDone = reaches(point) || effect.find === "repeat";
    const isFound = isDone && effect.find !== "none";
    return { outcome: isFound ? "succeeded" : "outcome_unknown", made: isDone ? 1 : 0 };
  }

  it.each(sockets)("%s: execute, and the same again and again", async (point) => {
    const ended = await run(point, async (session, call, world) => {
      const execute = () => getOutcome(() => session.execute(call, { idempotencyKey: "key-1" }));
      let outcome = await execute();
      for (let again = 0; again < 3; again += 1) {
        await world.advance("90s");
        outcome = await execute();
      }
      return outcome;
    });
    expect(ended).toEqual(expected(point));
  });

  it.each(sockets)("%s: send, and wait", async (point) => {
    const ended = await run(point, async (session, call, world) => {
      const { tool_call_id } = await session.send(call, { idempotencyKey: "key-1" });
      // over real sockets a call may still be on its way when the clock stands where it should have ended
      for (let turn = 0; ; turn += 1) {
        await world.advance("90s");
        const { status } = await world.client.toolCalls.get(tool_call_id);
        const outcome = status === "unknown" ? "outcome_unknown" : status;
        if (turn >= 2 && (outcome === expected(point).outcome || turn >= 40)) return outcome;
      }
    });
    expect(ended).toEqual(expected(point));
  });
});

it("a port where nobody listens is an error that says so, and the key is free again", async () => {
  const closed = createServer();
  closed.listen(0, "127.0.0.1");
  await once(closed, "listening");
  const address = closed.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await once(closed.close(), "close");
  const world = await liveWorld("stripe", { reach: async () => `http://127.0.0.1:${port}` });
  const session = await world.client.sessions.create({ servers: ["stripe"] });
  expect(await getOutcome(() => session.execute(pix, { idempotencyKey: "key-1" }))).toBe(
    "provider_unavailable",
  );
  expect(world.sandbox.calls).toEqual([]);
  await world.close();
});
