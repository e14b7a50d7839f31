import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { responseSchema, type Spec, strangers } from "./fixture-judge.ts";
import { sharedFile } from "./shared-file.ts";

interface Fixture {
  tool: string;
  response: Record<string, unknown>;
  unverified?: string[];
}

const getFolder = (provider: string) =>
  fileURLToPath(new URL(`../../../providers/src/${provider}/fixtures`, import.meta.url));

function getFixtures(provider: string): { name: string; fixture: Fixture }[] {
  return readdirSync(getFolder(provider)).map((name) => ({
    name,
    fixture: JSON.parse(readFileSync(`${getFolder(provider)}/${name}`, "utf8")),
  }));
}

/** The operation that each tool is in the provider's specification. */
const operations: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  stripe: { stripe_get_payment_intent: ["get", "/v1/payment_intents/{intent}"] },
  conekta: { conekta_get_order: ["get", "/orders/{id}"] },
  mercadopago: {
    mercadopago_get_payment: ["get", "/v1/payments/{id}"],
    mercadopago_create_payment: ["get", "/v1/payments/{id}"],
    mercadopago_cancel_payment: ["get", "/v1/payments/{id}"],
  },
  pagarme: {
    pagarme_get_charge: ["get", "/charges/{charge_id}"],
    pagarme_cancel_charge: ["get", "/charges/{charge_id}"],
    pagarme_create_order: ["post", "/orders"],
  },
  "nuvem-fiscal": {
    nuvem_fiscal_create_nfe: ["get", "/nfe/{id}"],
    nuvem_fiscal_get_nfe: ["get", "/nfe/{id}"],
    nuvem_fiscal_cancel_nfe: ["post", "/nfe/{id}/cancelamento"],
    nuvem_fiscal_get_nfse: ["get", "/nfse/{id}"],
    nuvem_fiscal_get_cep: ["get", "/cep/{Cep}"],
  },
  "whatsapp-cloud": {
    whatsapp_cloud_send_text: ["post", "/{Version}/{Phone-Number-ID}/messages"],
    whatsapp_cloud_send_template: ["post", "/{Version}/{Phone-Number-ID}/messages"],
  },
};

describe.each(Object.entries(operations))(
  "the fixtures of %s against its specification",
  (provider, tools) => {
    const file = sharedFile(`specs/${provider}.openapi.json`);
    const hasSpec = existsSync(file);
    if (!hasSpec) process.stderr.write(`skipped: the specification of ${provider} is not at ${file}\n`);

    it.skipIf(!hasSpec).each(getFixtures(provider))("$name has its names, kinds and words", ({ fixture }) => {
      const spec: Spec = JSON.parse(readFileSync(file, "utf8"));
      const [method, path] = tools[fixture.tool] ?? ["", ""];
      const problems = strangers(spec, responseSchema(spec, method, path), fixture.response);
      const { unverified = [] } = fixture;
      expect(problems.filter((problem) => !unverified.includes(problem.split(" ")[0] ?? ""))).toEqual([]);
    });
  },
);

const recordings = sharedFile("recordings/asaas");
const hasRecordings = existsSync(recordings);
if (!hasRecordings) process.stderr.write(`skipped: the recordings of Asaas are not at ${recordings}\n`);

describe.skipIf(!hasRecordings)("the fixtures of asaas against recorded responses", () => {
  const payments = getFixtures("asaas").filter(({ name }) => /^payment-(?:pix|card|boleto)/.test(name));

  it.each(payments)("$name has recorded names and kinds alone", ({ fixture }) => {
    const recorded = ["payment-pix-pending.json", "payment-card-confirmed.json"].flatMap((name) =>
      Object.entries(JSON.parse(readFileSync(`${recordings}/${name}`, "utf8"))),
    );
    const kinds = new Map<string, Set<string>>();
    for (const [key, value] of recorded) kinds.set(key, (kinds.get(key) ?? new Set()).add(getKind(value)));
    const problems = Object.entries(fixture.response).flatMap(([key, value]) => {
      const known = kinds.get(key);
      if (known === undefined) return [`${key} was not recorded`];
      const isKnown = known.has(getKind(value)) || known.has("null") || value === null;
      return isKnown ? [] : [`${key} is a ${getKind(value)}, not a ${[...known].join(" or ")}`];
    });
    expect(problems).toEqual([]);
  });
});

function getKind(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "list" : typeof value;
}
