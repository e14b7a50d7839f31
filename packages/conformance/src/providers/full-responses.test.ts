import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";
import { callMercadoPago, callStripe, type ProviderResponse } from "./provider-calls.ts";
import { requiredMembers } from "./sdk-types.ts";
import { sharedFile } from "./shared-file.ts";
import { countFields, type FieldCount, judgeBySpecs } from "./spec-judge.ts";

const stripeSpecs = ["stripe", "stripe-checkout", "stripe-billing"].map((name) =>
  sharedFile(`specs/${name}.openapi.json`),
);
const mercadopagoSpec = sharedFile("specs/mercadopago.openapi.json");
const hasSpecs = [...stripeSpecs, mercadopagoSpec].every((file) => existsSync(file));
if (!hasSpecs)
  process.stderr.write(`skipped: the specs of Stripe and Mercado Pago are not at ${sharedFile("specs")}\n`);

/** Objects of Stripe by their name on the wire, with file and interface of its SDK's types. */
const stripeTypes: readonly (readonly [object: string, file: string, name: string])[] = [
  ["payment_intent", "PaymentIntents", "PaymentIntent"],
  ["charge", "Charges", "Charge"],
  ["refund", "Refunds", "Refund"],
  ["customer", "Customers", "Customer"],
  ["checkout.session", "Checkout/Sessions", "Session"],
  ["payment_link", "PaymentLinks", "PaymentLink"],
  ["subscription", "Subscriptions", "Subscription"],
  ["subscription_item", "SubscriptionItems", "SubscriptionItem"],
  ["product", "Products", "Product"],
  ["price", "Prices", "Price"],
  ["invoice", "Invoices", "Invoice"],
  ["line_item", "InvoiceLineItems", "InvoiceLineItem"],
  ["balance", "Balance", "Balance"],
];

/** The spec is of 2022 and the API is of 2026: these moved or went away in between. */
const stripeChanges = new Set([
  "must have required property 'current_period_end'",
  "must have required property 'current_period_start'",
  "must have required property 'paid'",
  "must have required property 'paid_out_of_band'",
  "must have required property 'total_tax_amounts'",
]);
const stripeChangedFields = new Set([
  "subscription.current_period_end",
  "subscription.current_period_start",
  "invoice.paid",
  "invoice.paid_out_of_band",
  "invoice.total_tax_amounts",
]);

async function getResponses(
  id: string,
  calls: (world: Awaited<ReturnType<typeof liveWorld>>) => Promise<ProviderResponse[]>,
): Promise<ProviderResponse[]> {
  const world = await liveWorld(id);
  try {
    return await calls(world);
  } finally {
    await world.close();
  }
}

/** The keys of every object that says what it is, at any depth. */
function keysByObject(value: unknown, into = new Map<string, Set<string>>()): Map<string, Set<string>> {
  if (Array.isArray(value)) for (const item of value) keysByObject(item, into);
  else if (typeof value === "object" && value !== null) {
    const name = "object" in value && typeof value.object === "string" ? value.object : undefined;
    if (name !== undefined) {
      const keys = into.get(name) ?? new Set<string>();
      for (const key of Object.keys(value)) keys.add(key);
      into.set(name, keys);
    }
    for (const member of Object.values(value)) keysByObject(member, into);
  }
  return into;
}

describe.skipIf(!hasSpecs)("the responses of emulated providers", { timeout: 120_000 }, () => {
  const rows: [provider: string, source: string, count: FieldCount][] = [];

  it("of Stripe have what its specification and its SDK's types require", async () => {
    const responses = await getResponses("stripe", callStripe);
    expect(responses.filter(({ status }) => status !== 200)).toEqual([]);
    const judgement = judgeBySpecs(stripeSpecs, responses);
    expect(judgement.judged).toBeGreaterThan(25);
    expect(
      judgement.problems.filter((problem) => !stripeChanges.has(problem.split(": ").at(-1) ?? "")),
    ).toEqual([]);
    expect(judgement.required.missing.filter((field) => !stripeChangedFields.has(field))).toEqual([]);
    rows.push(["stripe", "stripe/openapi spec3.json of 2022, required fields", judgement.required]);
    const types = dirname(fileURLToPath(import.meta.resolve("stripe")));
    const seen = keysByObject(responses.map(({ body }) => body));
    const byTypes = countFields(
      stripeTypes.map(([name, file, member]) => ({
        name,
        fields: requiredMembers(join(types, "resources", `${file}.d.ts`), member),
        keys: seen.get(name) ?? new Set(),
      })),
    );
    expect(byTypes.missing).toEqual([]);
    rows.push(["stripe", "npm stripe 23.1.0, members that are not optional", byTypes]);
  });

  it("of Mercado Pago have what its SDK's types name", async () => {
    const responses = await getResponses("mercadopago", callMercadoPago);
    expect(responses.filter(({ status }) => status >= 300)).toEqual([]);
    const judgement = judgeBySpecs([mercadopagoSpec], responses);
    expect(judgement.judged).toBeGreaterThan(25);
    // `api_response` is what the SDK itself adds, and its type of a search differs from its type of a payment
    const own = judgement.problems.filter(
      (problem) => !problem.includes("api_response") && !problem.startsWith("GET /v1/payments/search"),
    );
    expect(own).toEqual([]);
    const { all, seen, missing } = judgement.named;
    const added = missing.filter((field) => field.endsWith(".api_response"));
    const count = {
      all: all - added.length,
      seen,
      missing: missing.filter((field) => !added.includes(field)),
    };
    expect(count.seen / count.all).toBeGreaterThanOrEqual(0.95);
    rows.push(["mercadopago", "npm mercadopago 3.6.1, all members of its response types", count]);
  });

  it("are counted in the table that the documentation shows", () => {
    const file = fileURLToPath(new URL("../../../../docs/provider-fields.md", import.meta.url));
    const lines = rows.map(([provider, source, { all, seen, missing }]) => {
      const percent = `${((100 * seen) / all).toFixed(1)} %`;
      return `| ${provider} | ${source} | ${seen} of ${all} | ${percent} | ${missing.map((field) => `\`${field}\``).join(", ")} |`;
    });
    const table = [
      "# Fields of the emulated providers",
      "",
      "Counted by `packages/conformance/src/providers/full-responses.test.ts`: of the fields that a source requires or names, those",
      "that some response of the emulator has. Written by the same test with `UPDATE_TABLES=1`.",
      "",
      "| provider | source | fields | | missing |",
      "|---|---|---|---|---|",
      "| asaas | theoxys/asaas-mock-server tests/golden, recorded in July 2026: two payments, two errors | all | 100.0 % | |",
      ...lines,
      "",
    ].join("\n");
    if (process.env.UPDATE_TABLES !== undefined) writeFileSync(file, table);
    expect(readFileSync(file, "utf8")).toBe(table);
  });
});
