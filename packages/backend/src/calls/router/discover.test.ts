import {
  type DiscoverInput,
  type DiscoverMatch,
  nativeToolNames,
  presets,
  servers,
} from "@codespar/contract";
import { discoverOutputSchema } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import type { BackendContext } from "../../context.ts";
import type { Provider, ProviderTool } from "../../ports/provider.ts";
import type { SessionRecord } from "../../store/store.ts";
import { discover } from "./discover.ts";

function stubProvider(id: string, description: (name: string) => string = () => ""): Provider {
  const tools = nativeToolNames(id).map(
    (name): ProviderTool => ({
      name,
      description: description(name),
      inputSchema: { type: "object" },
      risk: "read",
    }),
  );
  const fail = () => Promise.reject(new Error("Discovery calls no provider."));
  return { id, tools, execute: fail, find: fail };
}

const named = new Map(servers.map(({ id }) => [id, stubProvider(id)]));

async function find(
  input: DiscoverInput,
  attached: readonly string[] = [],
  providers: ReadonlyMap<string, Provider> = named,
): Promise<DiscoverMatch[]> {
  // discovery works with nothing else of the context
  const context = { providers } as unknown as BackendContext;
  const session: SessionRecord = {
    id: "ses_1",
    organisation: "org_1",
    servers: attached,
    metadata: {},
    userId: null,
    policy: null,
    toolCalls: 0,
    createdAt: 0,
    expiresAt: 0,
    closedAt: null,
  };
  return discoverOutputSchema.parse(await discover(context, session, input)).matches as DiscoverMatch[];
}

async function getNames(input: DiscoverInput, attached: readonly string[] = []): Promise<string[]> {
  return (await find(input, attached)).map(({ name }) => name);
}

describe("a query finds the meta-tool that does it", () => {
  it.each([
    ["cobrar com pix", "codespar_pay"],
    ["cobrança por pix", "codespar_pay"],
    ["cobrar a un cliente", "codespar_pay"],
    ["corbar", "codespar_pay"],
    ["gerar boleto", "codespar_pay"],
    ["bolteo", "codespar_pay"],
    ["cobrar en México con SPEI", "codespar_pay"],
    ["pago en OXXO", "codespar_pay"],
    ["pagar con PSE", "codespar_pay"],
    ["charge a credit card", "codespar_pay"],
    ["parcelar em 12x no cartão", "codespar_pay"],
    ["pago a meses sin intereses", "codespar_pay"],
    ["cuotas con tarjeta", "codespar_pay"],
    ["estornar cobrança", "codespar_pay"],
    ["devolución de dinero", "codespar_pay"],
    ["status do pagamento", "codespar_pay"],
    ["QR code pix", "codespar_pay"],
    ["link de pagamento", "codespar_checkout"],
    ["liga de pago", "codespar_checkout"],
    ["payment link", "codespar_checkout"],
    ["hosted checkout page", "codespar_checkout"],
    ["emitir nota fiscal", "codespar_invoice"],
    ["NF-e", "codespar_invoice"],
    ["notas fiscais de serviço", "codespar_invoice"],
    ["emitir factura CFDI", "codespar_invoice"],
    ["timbrar factura", "codespar_invoice"],
    ["issue an invoice", "codespar_invoice"],
    ["cancelar nota fiscal", "codespar_invoice"],
    ["carta porte", "codespar_invoice"],
    ["calcular frete", "codespar_ship"],
    ["cotizar envío", "codespar_ship"],
    ["shipping quote", "codespar_ship"],
    ["imprimir etiqueta", "codespar_ship"],
    ["generar guía de envío", "codespar_ship"],
    ["rastrear encomenda", "codespar_ship"],
    ["seguimiento del paquete", "codespar_ship"],
    ["where is my order?", "codespar_ship"],
    ["cadê meu pedido", "codespar_ship"],
    ["¿cuánto cuesta enviar un paquete a Guadalajara?", "codespar_ship"],
    ["quanto custa o frete para o Rio", "codespar_ship"],
    ["hacer un reembolso parcial", "codespar_pay"],
    ["mandar recibo por email", "codespar_notify"],
    ["tracking number", "codespar_ship"],
    ["cobrarle 500 pesos a mi cliente", "codespar_pay"],
    ["enviar mensagem no WhatsApp", "codespar_notify"],
    ["mandar un aviso al cliente", "codespar_notify"],
    ["send an SMS", "codespar_notify"],
    ["enviar correo electrónico", "codespar_notify"],
    ["whatsap", "codespar_notify"],
    ["I need to send a WhatsApp message to my customer when his order ships", "codespar_notify"],
  ])("%s: %s", async (query, tool) => {
    expect((await getNames({ query }))[0]).toBe(tool);
  });
});

describe("a query finds the native tools that do it, by their names alone", () => {
  it.each([
    ["criar assinatura", "stripe_create_subscription"],
    ["cancelar suscripción", "stripe_cancel_subscription"],
    ["recurring billing in mercado pago", "mercadopago_create_subscription"],
    ["asinatura", "stripe_create_subscription"],
    ["saldo da conta", "stripe_get_balance"],
    ["consultar saldo itaú", "itau_get_balance"],
    ["extrato bancário", "inter_get_statement"],
    ["estado de cuenta", "inter_get_statement"],
    ["bank statement", "inter_get_statement"],
    ["fazer transferência", "asaas_create_transfer"],
    ["tranferencia", "asaas_create_transfer"],
    ["transferir dinero", "asaas_create_transfer"],
    ["comprar bitcoin", "mercado_bitcoin_create_order"],
    ["cotação do bitcoin", "mercado_bitcoin_get_ticker"],
    ["vender cripto", "unblockpay_create_offramp"],
    ["saque de cripto", "bitso_create_withdrawal"],
    ["stablecoin wallet", "circle_create_wallet"],
    ["libro de órdenes", "mercado_bitcoin_get_orderbook"],
    ["criar cliente", "stripe_create_customer"],
    ["listar clientes", "stripe_list_customers"],
    ["cadastrar cliente no omie", "omie_create_customer"],
    ["cadastrar produto", "stripe_create_product"],
    ["consultar estoque", "bling_get_stock"],
    ["actualizar inventario", "bling_update_stock"],
    ["criar pedido no Bling", "bling_create_order"],
    ["contas a receber", "omie_create_receivable"],
    ["contas a pagar", "omie_create_payable"],
    ["ordem de serviço", "omie_create_service_order"],
    ["presupuesto", "alegra_create_estimate"],
    ["vendas da Conta Azul", "conta_azul_create_sale"],
    ["consultar CNPJ", "nuvem_fiscal_get_cnpj"],
    ["consulta de CEP", "nuvem_fiscal_get_cep"],
    ["validar RFC", "facturapi_validate_tax_id"],
    ["carta de correção", "nuvem_fiscal_create_correction_letter"],
    ["nota de crédito", "facturapi_create_credit_note"],
    ["MDF-e", "nuvem_fiscal_create_mdfe"],
    ["arquivo SPED", "sefaz_create_sped_file"],
    ["status da SEFAZ", "sefaz_get_service_status"],
    ["catálogo del SAT", "facturama_get_catalog"],
    ["split de pagamento", "pagseguro_create_split"],
    ["antecipação de recebíveis", "zoop_get_receivables"],
    ["chargeback", "pagseguro_get_dispute"],
    ["contracargos", "pagseguro_get_dispute"],
    ["tipo de cambio", "ebanx_get_exchange_rate"],
    ["tokenizar tarjeta", "mercadopago_create_card_token"],
    ["preferencia do Mercado Pago", "mercadopago_create_preference"],
    ["webhook", "inter_create_webhook"],
    ["chaves pix", "nubank_list_pix_keys"],
    ["fatura do cartão", "nubank_get_card_bill"],
    ["consentimento open finance", "open_finance_create_consent"],
    ["código de verificação", "twilio_create_verification"],
    ["verificar número de telefone", "z_api_check_number"],
    ["enquete no WhatsApp", "evolution_api_send_poll"],
    ["plantillas de WhatsApp", "whatsapp_cloud_send_template"],
    ["enviar PDF", "z_api_send_document"],
    ["enviar imagem", "z_api_send_image"],
    ["compartir ubicación", "z_api_send_location"],
    ["agendar coleta", "correios_create_collection"],
    ["schedule a pickup", "correios_create_collection"],
    ["logística reversa", "correios_create_reverse"],
    ["pontos de coleta", "melhor_envio_list_agencies"],
    ["prazo de entrega", "correios_get_delivery_time"],
    ["cobertura Estafeta", "estafeta_get_coverage"],
    ["costo de envío a Colombia", "servientrega_get_rates"],
    ["stripe refund", "stripe_create_refund"],
    ["reenbolso", "stripe_create_refund"],
    ["imprimir etiqueta", "melhor_envio_print_label"],
    ["NFS-e", "nuvem_fiscal_create_nfse"],
    ["cancelar cfdi", "facturama_cancel_cfdi"],
    ["cancelar boleto", "inter_cancel_boleto"],
    ["send sms", "twilio_send_sms"],
    ["gerar cobrança recorrente mensal", "stripe_create_subscription"],
    ["pix recebidos", "inter_list_pix_received"],
    ["dispersión a proveedores", "ebanx_create_payout"],
    ["capturar pagamento autorizado", "asaas_capture_payment"],
    ["void transaction", "wompi_void_transaction"],
    ["one click payment", "transbank_authorize_oneclick"],
    ["opt-out de email", "sendgrid_add_suppression"],
    ["OTP por SMS", "twilio_create_verification"],
    ["segunda via do boleto", "asaas_get_boleto"],
    ["encerrar manifesto", "nuvem_fiscal_close_mdfe"],
    ["bancos PSE", "wompi_list_pse_banks"],
    ["medios de pago disponibles", "mercadopago_list_payment_methods"],
    ["resumo financeiro", "conta_azul_get_financial_summary"],
    ["open banking accounts", "open_finance_list_accounts"],
    ["sucursales de Andreani", "andreani_list_branches"],
    ["devolver produto", "correios_create_reverse"],
    ["emitir NFC-e no balcão", "nuvem_fiscal_create_nfce"],
    ["abrir empresa na NFE.io", "nfe_io_create_company"],
    ["payment link", "stripe_create_payment_link"],
  ])("%s: %s", async (query, tool) => {
    expect((await getNames({ query })).slice(0, 3)).toContain(tool);
  });
});

describe("accents and case", () => {
  it.each([
    ["cobrança", "COBRANCA"],
    ["¿seguimiento del envío?", "seguimiento envio"],
    ["emissão de NF-e", "emissao nfe"],
  ])("do not matter: %s, %s", async (one, other) => {
    expect(await getNames({ query: one })).toEqual(await getNames({ query: other }));
  });
});

describe("attached servers", () => {
  it("rank first whatever their score", async () => {
    const matches = await find({ query: "extrato ou saldo" }, ["open-finance", "asaas"]);
    const attached = matches.filter(({ connected }) => connected);
    expect(attached.map(({ name }) => name)).toContain("asaas_get_balance");
    expect(matches.slice(0, attached.length)).toEqual(attached);
    const [best = 0, ...rest] = matches.map(({ score }) => score);
    expect(Math.max(...rest)).toBeGreaterThan(best);
  });

  it("are connected, others are not", async () => {
    const matches = await find({ query: "calcular frete" }, ["loggi"]);
    const connected = matches.filter((match) => match.connected).map(({ server }) => server);
    expect(new Set(connected)).toEqual(new Set(["codespar", "loggi"]));
    expect(matches.some(({ server, connected }) => server === "correios" && !connected)).toBe(true);
  });

  it("do not push in what was not asked for", async () => {
    expect(await getNames({ query: "comprar bitcoin" }, presets.ecommerce)).not.toContain(
      "stripe_create_product",
    );
  });

  it("without a provider come after what can be called, before what is not attached", async () => {
    const providers = new Map([...named].filter(([id]) => id !== "asaas"));
    const matches = await find({ query: "criar assinatura" }, ["asaas", "conekta"], providers);
    expect(matches.slice(0, 3).map(({ name, connected }) => [name, connected])).toEqual([
      ["conekta_create_subscription", true],
      ["conekta_cancel_subscription", true],
      ["asaas_create_subscription", false],
    ]);
  });
});

describe("filters", () => {
  it("keep a domain, by any of a server's categories", async () => {
    const matches = await find({ query: "saldo", domain: "banking", limit: 20 });
    expect(matches.map(({ server }) => server)).toContain("inter");
    expect(matches.map(({ server }) => server)).not.toContain("stripe");
  });

  it("keep a country, and meta-tools that serve it", async () => {
    const matches = await find({ query: "shipping quote", country: "MX", limit: 20 });
    expect(matches.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["codespar_ship", "dhl_get_rates"]),
    );
    for (const { countries } of matches) expect(countries).toContain("MX");
    expect(await getNames({ query: "invoice", country: "CL" })).not.toContain("codespar_invoice");
  });

  it("without a query show what there is, attached or not", async () => {
    const matches = await find({ domain: "crypto", country: "MX", limit: 50 }, ["circle"]);
    expect(matches.map(({ server }) => server)).toEqual(
      expect.arrayContaining(["circle", "bitso", "unblockpay"]),
    );
    expect(matches[0]?.server).toBe("circle");
  });
});

describe("limit", () => {
  it("is 10 when none is given", async () => {
    expect(await find({ query: "pix" })).toHaveLength(10);
    expect(await find({ query: "pix", limit: 3 })).toHaveLength(3);
  });
});

describe("no query", () => {
  it("shows the meta-tools, then the best of each attached server", async () => {
    expect(await getNames({}, presets.ecommerce)).toEqual([
      "codespar_checkout",
      "codespar_pay",
      "codespar_invoice",
      "codespar_ship",
      "codespar_notify",
      "stripe_create_payment_intent",
      "asaas_create_payment",
      "nuvem_fiscal_create_nfe",
      "correios_calculate_shipping",
      "melhor_envio_calculate_shipping",
    ]);
  });

  it.each(["", "   ", "🙂 %$ {}", "o que você pode?", "What can you do for me?"])(
    "is what %o says too",
    async (query) => {
      expect((await getNames({ query }, ["asaas"]))[0]).toBe("codespar_checkout");
    },
  );

  it("shows nothing of servers that are not attached", async () => {
    expect(await find({ limit: 20 })).toHaveLength(5);
  });
});

describe("a query that means nothing here", () => {
  it.each([
    "asdfgh qwerty zxcvb",
    "quero uma pizza de calabresa",
    "reserva de hotel",
    "traduzir um poema",
    "constructor hasOwnProperty",
    "x".repeat(200),
  ])("finds nothing: %s", async (query) => {
    expect(await find({ query }, presets.all)).toEqual([]);
  });
});

describe("answers", () => {
  it("are the same every time, ties in the catalogue's order", async () => {
    const first = await find({ query: "cancelar suscripción", limit: 20 });
    expect(await find({ query: "cancelar suscripción", limit: 20 }, [], new Map(named))).toEqual(first);
    const tied = first.filter(({ score }) => score === first[0]?.score).map(({ name }) => name);
    expect(tied).toEqual(nativeToolNames().filter((name) => tied.includes(name)));
    expect(tied.length).toBeGreaterThan(2);
  });

  it("have scores from 0 to 1 with three decimals", async () => {
    for (const query of ["create subscription", "pix", "track package correios"]) {
      for (const { score } of await find({ query, limit: 20 })) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(Number(score.toFixed(3))).toBe(score);
      }
    }
  });

  it("describe a tool in its provider's words, or by its name", async () => {
    const providers = new Map([["asaas", stubProvider("asaas", (name) => `What ${name} does.`)]]);
    const matches = await find({ query: "criar assinatura" }, [], providers);
    const byName = new Map(matches.map(({ name, description }) => [name, description]));
    expect(byName.get("asaas_create_subscription")).toBe("What asaas_create_subscription does.");
    expect(byName.get("stripe_create_subscription")).toBe("Stripe: create subscription.");
  });

  it("find a tool by words that only its description has", async () => {
    const providers = new Map([
      ["bling", stubProvider("bling", (name) => (name === "bling_get_stock" ? "Warehouse shelves." : ""))],
    ]);
    const [match] = await find({ query: "warehouse shelves" }, [], providers);
    expect(match?.name).toBe("bling_get_stock");
  });

  it("never name codespar_discover", async () => {
    expect(await getNames({ query: "codespar discover tools" })).not.toContain("codespar_discover");
    expect(await getNames({ limit: 20 }, presets.all)).not.toContain("codespar_discover");
  });
});
