import { createBackend, findLimitIssue, memoryStore, timeOrderedIds } from "@codespar/backend";
import type { Provider } from "@codespar/backend/ports";
import {
  type Country,
  type Currency,
  currencies,
  type InvoiceInput,
  type InvoiceType,
  type JsonObject,
  type MetaToolName,
  type PaymentMethod,
  routing,
} from "@codespar/contract";
import { invoiceInputSchema } from "@codespar/contract/schemas";
import { seededRandom } from "@codespar/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkArguments } from "../emulation/check-arguments.ts";
import { simulations } from "../generated/simulations.ts";
import { translators } from "../generated/translators.ts";
import {
  arbitraryCheckout,
  arbitraryNotify,
  arbitraryPay,
  arbitraryShip,
} from "../testing/arbitrary-input.ts";
import { simulate } from "../testing/simulate.ts";

const NOW = Date.UTC(2026, 10, 20, 15);
/** What a provider keeps that neither costs nor sends anything: bookkeeping before the effect. */
const harmless = new Set([
  "customer",
  "card_token",
  "cart_item",
  "quotation",
  "rate",
  "invoice_number",
  "token",
]);
/** How a document stands that came to nothing. */
const voided = new Set(["failed", "rejected", "declined", "denied"]);

const brazil = {
  tax_id: "11222333000181",
  name: "Loja Teste Comércio Ltda",
  state_tax_id: "110042490114",
  tax_regime: "simples_nacional",
  address: {
    postal_code: "01310100",
    street: "Avenida Paulista",
    number: "1000",
    district: "Bela Vista",
    city: "São Paulo",
    city_code: "3550308",
    state: "SP",
  },
  goods: [
    {
      codes: ["*"],
      ncm: "61091000",
      cfop: "5102",
      cfop_interstate: "6108",
      icms: { cst: "102" },
      pis: { cst: "49", rate: 0 },
      cofins: { cst: "49", rate: 0 },
    },
  ],
};
const mexico = { tax_id: "EKU9003173C9", name: "Tienda de Prueba", tax_regime: "601", postal_code: "06600" };

interface Left {
  tool: string;
  arguments: JsonObject;
  isRead: boolean;
}

/** One provider alone behind a backend: what leaves for it, and what stands there. */
async function setUp(id: string) {
  const definition = simulations.find((simulation) => simulation.id === id);
  const translator = translators.find(({ server }) => server === id);
  if (definition === undefined || translator === undefined) throw new Error(`There is no simulated ${id}.`);
  const simulation = simulate(definition, { now: NOW });
  const left: Left[] = [];
  const standing = new Map<string, JsonObject>();
  const { state } = simulation;
  const put = state.put.bind(state);
  state.put = (key, document) => {
    if (!harmless.has(key.kind)) standing.set(`${key.kind} ${key.id}`, document);
    put(key, document);
  };
  const risks = new Map(simulation.provider.tools.map(({ name, risk }) => [name, risk]));
  const provider: Provider = {
    ...simulation.provider,
    execute(call) {
      const risk = risks.get(call.tool) ?? "read";
      left.push({ tool: call.tool, arguments: call.arguments, isRead: risk === "read" || risk === "quote" });
      return simulation.provider.execute(call);
    },
  };
  const faults: unknown[] = [];
  const clock = { now: () => NOW };
  const backend = createBackend({
    store: memoryStore(),
    providers: [provider],
    translators: [translator],
    clock,
    timers: { after: () => () => {} },
    ids: timeOrderedIds(clock, seededRandom(7)),
    livemode: false,
    keyring: { current: "test", keys: { test: btoa("\0".repeat(32)) } },
    onError: (error) => faults.push(error),
  });
  const { apiKey } = await backend.organisations.create({ plan: "enterprise" });
  const post = async (path: string, body: unknown, headers = {}) => {
    const response = await backend.handle({
      method: "POST",
      path,
      headers: { authorization: `Bearer ${apiKey}`, ...headers },
      body: JSON.stringify(body),
    });
    let text = "";
    if (typeof response.body === "string") text = response.body;
    else for await (const piece of response.body) text += piece;
    return { status: response.status, body: JSON.parse(text) };
  };
  await post("/v1/fiscal-profiles", { brazil, mexico });
  const session = await post("/v1/sessions", { servers: [id] });
  return {
    tools: provider.tools,
    left,
    faults,
    /** Documents that mean something happened. */
    count: () =>
      [...standing.values()].filter(({ status }) => !voided.has(String(status).toLowerCase())).length,
    execute: (name: MetaToolName, args: object) =>
      post(`/v1/sessions/${session.body.id}/execute`, { name, arguments: { ...args, provider: id } }),
  };
}

/** The currencies, methods, countries and types for which the routing names a server, by verb. */
const pairsOf = (id: string) =>
  currencies.flatMap((currency) =>
    Object.entries(routing.pay[currency]).flatMap(([method, servers]) =>
      // the routing's keys are methods
      (servers as readonly string[]).includes(id) ? [[method as PaymentMethod, currency] as const] : [],
    ),
  );
const keysOf = <Key extends string>(table: Readonly<Record<Key, readonly string[]>>, id: string) =>
  // the table's own keys
  (Object.keys(table) as Key[]).filter((key) => table[key].includes(id));

const text = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
  fc.constantFrom("x".repeat(120), `${"x".repeat(118)}😀`, " Ação – nº 1 “x” ", "0"),
);

const mexicans = ["GODE561231GR8", "EKU9003173C9"];
const brazilians = ["52998224725", "11.222.333/0001-81"];

function arbitraryInvoice(types: readonly InvoiceType[]): fc.Arbitrary<InvoiceInput> {
  const issue = fc.constantFrom(...types).chain((type) =>
    fc.record<InvoiceInput>(
      {
        type: fc.constant(type),
        period: type === "sped" ? fc.constantFrom("2026-10", "2026-09") : fc.constant(undefined),
        customer: fc.constantFrom(...(type === "cfdi" ? mexicans : brazilians)).chain((document) =>
          fc.record(
            {
              name: text,
              document: fc.constant(document),
              tax_regime: fc.constant(type === "cfdi" ? (document.length === 12 ? "601" : "612") : undefined),
              email: fc.constantFrom("ana@example.com", `${"a".repeat(60)}@example.com`),
              address: fc.record({
                postal_code: fc.constant(type === "cfdi" ? "06600" : "01310-100"),
                street: text,
                number: fc.constantFrom("10", "S/N"),
                district: text,
                city: fc.constant("São Paulo"),
                state: fc.constant("SP"),
              }),
            },
            { requiredKeys: ["name", "document", "tax_regime"] },
          ),
        ),
        items: fc.array(
          fc.record(
            {
              description: fc.oneof(text, fc.constant("y".repeat(500))),
              quantity: fc.constantFrom(1, 2, 0.5, 1.2345),
              unit_amount: fc.integer({ min: 1, max: 10_000_000 }),
              code: fc.constantFrom("61091000", "50201706", "A-1", "010101"),
            },
            { requiredKeys: ["description", "quantity", "unit_amount"] },
          ),
          { minLength: 1, maxLength: 3 },
        ),
        reason: fc.constantFrom("curta", "Motivo que tem mais de quinze letras", "z".repeat(1000)),
      },
      { requiredKeys: ["type", "items", "customer", "period"] },
    ),
  );
  return issue.filter((input) => invoiceInputSchema.safeParse(input).success);
}

/** What the contract lets through to each verb of one server. */
function inputsOf(id: string): [MetaToolName, fc.Arbitrary<object>][] {
  const pairs = pairsOf(id);
  const pages = keysOf<Currency>(routing.checkout, id);
  const countries = keysOf<Country>(routing.ship, id);
  const types = keysOf<InvoiceType>(routing.invoice, id);
  const channels = Object.values(routing.notify).some((lists) =>
    Object.values(lists).some((servers) => servers.includes(id as never)),
  );
  return [
    ...(pairs.length === 0 ? [] : [["codespar_pay", arbitraryPay(pairs)] as const]),
    ...(pages.length === 0 ? [] : [["codespar_checkout", arbitraryCheckout(pages)] as const]),
    ...(countries.length === 0
      ? []
      : [["codespar_ship", arbitraryShip(countries, [`${id}:1`, `${id}:SEDEX`])] as const]),
    ...(types.length === 0 ? [] : [["codespar_invoice", arbitraryInvoice(types)] as const]),
    ...(channels ? [["codespar_notify", arbitraryNotify()] as const] : []),
  ].map(([name, inputs]) => [name, inputs]);
}

describe("whatever the contract lets through", () => {
  it("is tried at every provider that has a translator", () => {
    expect(translators.map(({ server }) => server).filter((id) => inputsOf(id).length === 0)).toEqual([]);
    expect(translators.length).toBeGreaterThanOrEqual(40);
  });

  it.each(translators.map(({ server }) => server))(
    "obeys the native schemas of %s, or is refused in words, and then nothing is charged",
    async (id) => {
      const { tools, left, faults, count, execute } = await setUp(id);
      for (const [name, inputs] of inputsOf(id)) {
        let asked = 0;
        await fc.assert(
          fc.asyncProperty(inputs, async (input) => {
            left.length = 0;
            const before = count();
            const { status, body } = await execute(name, input);
            expect(faults).toEqual([]);
            for (const call of left.filter(({ isRead }) => !isRead)) {
              const tool = tools.find((candidate) => candidate.name === call.tool);
              const sent = JSON.parse(JSON.stringify(call.arguments));
              expect(checkArguments(sent, tool?.inputSchema ?? {}), call.tool).toEqual([]);
              expect(findLimitIssue(tool?.limits, sent), call.tool).toBeUndefined();
            }
            asked += left.length;
            if (status === 200 && body.success) return;
            const { code, message } =
              status === 200 ? body.error : { code: body.error, message: body.message };
            expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
            expect(code).not.toBe("internal_error");
            expect(code).not.toBe("provider_unavailable");
            expect(message).toMatch(/^\S.{15,}/su);
            expect(message).not.toMatch(/undefined|\[object|NaN/);
            expect(count(), `${name} was refused: ${message}`).toBe(before);
          }),
          { numRuns: 200 },
        );
        // calls did leave
        expect(asked, `${name} at ${id}`).toBeGreaterThan(0);
      }
    },
  );
});
