import {
  type CheckoutInput,
  type Country,
  type Currency,
  type InvoiceInput,
  type InvoiceType,
  type JsonObject,
  type PayInput,
  type PaymentMethod,
  routing,
  type ShipInput,
  servers,
} from "@codespar/contract";
import type { SandboxServer } from "@codespar/sandbox/server";
import { CodeSpar } from "@codespar/sdk";
import { nfe } from "../calls.ts";
import { sampleArguments } from "./sample-arguments.ts";

/** Minor units that every method of a currency takes. */
const amounts: Readonly<Record<Currency, number>> = {
  BRL: 15_990,
  MXN: 34_800,
  COP: 9_990_000,
  CLP: 15_990,
  ARS: 1_599_000,
  USD: 2_990,
};

const postalCodes: Readonly<Record<Country, readonly [string, string]>> = {
  BR: ["01310-100", "69005-010"],
  MX: ["06600", "97000"],
  AR: ["C1425ABC", "9410"],
  CO: ["110111", "880001"],
  CL: ["8320000", "6200000"],
};

/** Where carriers go by the name of a place. */
const cities: Readonly<Partial<Record<Country, readonly [string, string]>>> = {
  CL: ["Santiago", "Punta Arenas"],
};

const taxpayers: Readonly<Record<Currency, string | undefined>> = {
  BRL: "52998224725",
  MXN: "GODE561231GR8",
  COP: "890903938-8",
  CLP: "76086428-5",
  ARS: "30-70308853-4",
  USD: undefined,
};

/** Where the shop itself is: the only other host that a result may name. */
export const shopUrl = "https://loja.example/obrigado";

/** One result and the call that it came from. */
export interface WalkedResult {
  call: string;
  data: unknown;
}

/** What a walk found. */
export interface Walked {
  results: WalkedResult[];
  /** By provider: what it calls the things that it made. */
  ids: Map<string, Set<string>>;
}

/** Calls the meta-tools in every way that the routing knows, at every provider by name, and collects what they return. */
export async function walkEverything(server: SandboxServer): Promise<Walked> {
  const codespar = new CodeSpar({ apiKey: server.apiKey, baseUrl: server.url, maxRetries: 0 });
  const session = await codespar.sessions.create({ servers: servers.map(({ id }) => id) });
  const results: WalkedResult[] = [];
  const ids = new Map<string, Set<string>>();

  async function call(provider: string, name: string, args: object): Promise<JsonObject | undefined> {
    const result = await session.execute({ name, arguments: { ...args, provider } as JsonObject });
    const label = `${name} ${JSON.stringify(args)} at ${provider}`;
    // not every provider corrects and cancels every document
    if (!result.success && result.error.code === "not_supported") return undefined;
    if (!result.success) throw new Error(`${label}: ${result.error.code} ${result.error.message}`);
    results.push({ call: label, data: result.data });
    // what a tool returns is an object
    const data = result.data as JsonObject;
    for (const field of ["payment_id", "checkout_id", "invoice_id", "shipment_id", "tracking_code"]) {
      const id = data[field];
      if (typeof id === "string") ids.set(provider, (ids.get(provider) ?? new Set()).add(id));
    }
    return data;
  }

  for (const [currency, methods] of entries(routing.pay)) {
    for (const [method, providers = []] of entries(methods)) {
      for (const provider of providers) {
        await call(provider, "codespar_pay", payment(method, currency));
      }
    }
  }
  for (const [currency, providers] of entries(routing.checkout)) {
    for (const provider of providers) await call(provider, "codespar_checkout", checkout(currency));
  }
  for (const [type, providers] of entries(routing.invoice)) {
    for (const provider of providers)
      await walkInvoice(provider, type, call, () => server.sandbox.clock.advance("5s"));
  }
  for (const [country, providers] of entries(routing.ship)) {
    for (const provider of providers) await walkShipment(provider, country, call);
  }
  for (const [channel, byCountry] of entries(routing.notify)) {
    const to = channel === "email" ? "maria@example.com" : "+5511987654321";
    for (const provider of new Set([...byCountry["*"], ...(byCountry.BR ?? [])])) {
      await call(provider, "codespar_notify", { channel, to, message: "Seu pedido saiu." });
    }
  }
  const discovered = await session.execute({
    name: "codespar_discover",
    arguments: { query: "issue an NF-e and send a Pix" },
  });
  results.push({ call: "codespar_discover", data: discovered.data });
  await session.close();
  return { results, ids };
}

type Call = (provider: string, name: string, args: object) => Promise<JsonObject | undefined>;

function payment(method: PaymentMethod, currency: Currency): PayInput {
  return {
    method,
    amount: amounts[currency],
    currency,
    customer: {
      ...customer(currency),
      address: {
        street: "Rua das Flores",
        number: "12",
        district: "Centro",
        city: "São Paulo",
        state: "SP",
        postal_code: "01310100",
      },
    },
    description: "Camiseta azul",
    ...(method === "credit_card" || method === "debit_card" ? { card_token: "tok_visa" } : {}),
  };
}

function checkout(currency: Currency): CheckoutInput {
  return {
    currency,
    items: [{ description: "Camiseta azul", quantity: 1, unit_amount: amounts[currency] }],
    success_url: shopUrl,
  };
}

async function walkInvoice(
  provider: string,
  type: InvoiceType,
  call: Call,
  authorityAnswers: () => Promise<void>,
): Promise<void> {
  const isCfdi = type === "cfdi";
  const input: InvoiceInput =
    type === "sped"
      ? { type, period: "2026-11" }
      : {
          type,
          customer: isCfdi
            ? { ...customer("MXN"), tax_regime: "612", address: { postal_code: "06600" } }
            : { ...customer("BRL"), ...nfe.arguments.customer },
          items: [
            {
              description: "Camiseta azul",
              quantity: 1,
              unit_amount: 15_990,
              code: isCfdi ? "53103000" : "61091000",
            },
          ],
        };
  const issued = await call(provider, "codespar_invoice", input);
  const invoice_id = issued?.invoice_id;
  // some only hand the document in
  await authorityAnswers();
  await call(provider, "codespar_invoice", { action: "get", invoice_id });
  if (type === "nfe" || type === "cte") {
    await call(provider, "codespar_invoice", {
      action: "correct",
      invoice_id,
      reason: "Corrige o complemento do endereço de entrega.",
    });
  }
  if (type === "sped" || type === "mdfe") return;
  const reason = isCfdi ? "02" : "Cancelado a pedido do cliente.";
  await call(provider, "codespar_invoice", { action: "cancel", invoice_id, reason });
}

async function walkShipment(provider: string, country: Country, call: Call): Promise<void> {
  const [origin, destination] = postalCodes[country];
  const [from, to] = cities[country] ?? ["Ciudad", "Ciudad"];
  const area = { state: "Estado", district: "Centro" };
  const consignment: Omit<ShipInput, "action"> = {
    origin: { postal_code: origin, country, city: from, ...area },
    destination: { postal_code: destination, country, city: to, ...area },
    packages: [{ weight_g: 800, length_cm: 20, width_cm: 15, height_cm: 10, declared_value: 15_990 }],
  };
  const quoted = await call(provider, "codespar_ship", { action: "quote", ...consignment });
  const [quote] = Array.isArray(quoted?.quotes) ? quoted.quotes : [];
  const service_id = Reflect.get(Object(quote), "service_id");
  // some only compare prices
  if (!canLabel.has(provider)) return;
  const label = await call(provider, "codespar_ship", {
    action: "label",
    ...consignment,
    service_id,
    recipient: {
      name: "Maria",
      address: "Rua das Flores, 12",
      phone: "+525512345678",
      email: "maria@example.com",
    },
  });
  await call(provider, "codespar_ship", { action: "track", tracking_code: label?.tracking_code });
}

/** Carriers and brokers that make labels; the others only quote. */
const canLabel = new Set<string>(
  servers.filter(({ capabilities }) => capabilities.includes("label")).map(({ id }) => id),
);

function customer(currency: Currency) {
  const document = taxpayers[currency];
  return {
    name: "Maria da Conceição",
    email: "maria@example.com",
    ...(document === undefined ? {} : { document }),
  };
}

/** How far the walk over the native tools came. */
export interface NativeWalk {
  results: WalkedResult[];
  /** Tools that returned something. */
  reached: Set<string>;
  /** Tools that nothing simulates yet: they have no response in which an address could be. */
  unsimulated: Set<string>;
  tools: readonly string[];
}

/**
 * Calls every native tool of every provider: with samples of its schema, and with every id that the provider gave. What does
 * not fit, the provider refuses.
 */
export async function walkNatively(server: SandboxServer, walked: Walked): Promise<NativeWalk> {
  const codespar = new CodeSpar({ apiKey: server.apiKey, baseUrl: server.url, maxRetries: 0 });
  const session = await codespar.sessions.create({ servers: servers.map(({ id }) => id) });
  const tools = await session.tools({ kind: "native" });
  const results: WalkedResult[] = [];
  const [reached, unsimulated] = [new Set<string>(), new Set<string>()];
  // what is made comes before what ends it, so that there is something to end
  const order = [/create|issue|generate|send|calculate|quote/, /./, /cancel|delete|revoke|expire|void/];
  const rank = (name: string) => order.findIndex((pattern) => pattern.test(name));
  for (const { name, input_schema: schema, server: provider } of [...tools].sort(
    (a, b) => Math.min(rank(a.name), 2) - Math.min(rank(b.name), 2),
  )) {
    const all = [...(walked.ids.get(provider ?? "") ?? []), "order-1"];
    // what the meta-tools made, and what was made last
    const ids = new Set([...all.slice(0, 14), ...all.slice(-10)]);
    const tried = new Set<string>();
    for (const id of ids) {
      for (const isWhole of [false, true]) {
        const args = sampleArguments(schema, { id, isWhole, url: shopUrl });
        // most tools take no id, and are called once
        if (tried.has(JSON.stringify(args))) continue;
        tried.add(JSON.stringify(args));
        const result = await session.execute({ name, arguments: args }).catch(() => undefined);
        if (result === undefined) continue;
        if (!result.success) {
          if (result.error.code === "not_simulated") unsimulated.add(name);
          continue;
        }
        reached.add(name);
        results.push({ call: `${name} ${JSON.stringify(args)}`, data: result.data });
        noteIds(walked.ids, provider ?? "", result.data);
      }
    }
  }
  await session.close();
  return { results, reached, unsimulated, tools: tools.map(({ name }) => name) };
}

/** Ids in whatever dialect, from the top of a result. */
function noteIds(ids: Map<string, Set<string>>, provider: string, data: unknown): void {
  if (typeof data !== "object" || data === null) return;
  const known = ids.get(provider) ?? new Set();
  ids.set(provider, known);
  for (const [name, value] of Object.entries(data)) {
    if (/(^|_)id$|uuid|token|Id$/.test(name) && (typeof value === "string" || typeof value === "number"))
      known.add(String(value));
    if (/^(data|invoice|order|payment|result)$/.test(name)) noteIds(ids, provider, value);
  }
}

/** `Object.entries` with the keys' own types, which these tables have by construction. */
function entries<Key extends string, Value>(table: Readonly<Partial<Record<Key, Value>>>): [Key, Value][] {
  return Object.entries(table) as [Key, Value][];
}
