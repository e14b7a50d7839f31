import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, it } from "vitest";
import { buildToolDefinitions } from "../../scripts/build-tool-definitions.ts";
import type { MetaToolName } from "../meta-tools/meta-tools.ts";
import { metaToolInputSchemas } from "../schemas/meta-tools.ts";
import { toolDefinitions } from "./tool-definitions.ts";

const customer = {
  name: "Ana",
  document: "111.444.777-35",
  email: "ana@example.com",
  phone: "+5511987654321",
};
const items = [{ description: "Camiseta", quantity: 2, unit_amount: 4995 }];
const address = { postal_code: "01310-100", city: "São Paulo", state: "SP", country: "BR" };
const packages = [{ weight_g: 500.5, length_cm: 20, width_cm: 15, height_cm: 10, declared_value: 9990 }];

const examples: Readonly<Record<MetaToolName, readonly object[]>> = {
  codespar_discover: [{}, { query: "pix", domain: "payments", country: "BR", limit: 5 }],
  codespar_checkout: [
    { amount: 9990, currency: "BRL", payment_methods: ["pix", "boleto"], customer, expires_in: 600 },
    { items, currency: "USD", success_url: "https://a.example/ok", description: "x", provider: "stripe" },
  ],
  codespar_pay: [
    { method: "boleto", amount: 9990, currency: "BRL", customer, due_date: "2026-12-10", reference: "1" },
    { method: "credit_card", amount: 9990, currency: "BRL", card_token: "tok", installments: 12 },
    { action: "refund", payment_id: "pay_1", amount: 10, description: "x", provider: "asaas" },
  ],
  codespar_invoice: [
    { type: "nfe", customer, items: [{ ...items[0], quantity: 1.5, code: "61091000" }], payment_id: "pay_1" },
    { type: "sped", period: "2026-04", provider: "sefaz" },
    { action: "correct", invoice_id: "inv_1", reason: "endereço", type: "nfe" },
    {
      type: "cfdi",
      cfdi_type: "egreso",
      related_uuid: "123e4567-e12b-12d1-a456-426655440000",
      items,
      customer: {},
    },
  ],
  codespar_ship: [
    { action: "quote", origin: address, destination: address, packages },
    {
      action: "label",
      origin: address,
      destination: address,
      packages,
      service_id: "s",
      recipient: { ...customer, address: "Rua A, 1" },
    },
    { action: "track", tracking_code: "QB473124829BR", shipment_id: "s" },
  ],
  codespar_notify: [
    { channel: "email", to: "ana@example.com", subject: "Oi", message: "Oi", provider: "sendgrid" },
    { channel: "whatsapp", to: "+5511987654321", template: "pedido", variables: ["1", "2"] },
  ],
};

const replacements = fc.oneof(
  fc.constantFrom<unknown>(
    "BR",
    "MXN",
    "pix",
    "nfce",
    "get",
    "cancel",
    "sms",
    1,
    12,
    0.5,
    true,
    null,
    "",
    "x",
    [],
    {},
    items,
    packages,
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** An accepted input with a few of its places, at any depth, removed or replaced. */
function variantsOf(name: MetaToolName): fc.Arbitrary<unknown> {
  const change = fc.record({ at: fc.nat(), remove: fc.boolean(), value: replacements });
  return fc
    .tuple(fc.constantFrom(...examples[name]), fc.array(change, { maxLength: 3 }))
    .map(([example, changes]) => {
      const input: Record<string, unknown> = structuredClone({ ...example });
      for (const { at, remove, value } of changes) {
        const places = placesOf(input);
        const place = places[at % Math.max(places.length, 1)];
        if (place === undefined) continue;
        if (remove) delete place.holder[place.key];
        else place.holder[place.key] = structuredClone(value);
      }
      return JSON.parse(JSON.stringify(input));
    });
}

function placesOf(value: unknown): { holder: Record<string, unknown>; key: string }[] {
  if (typeof value !== "object" || value === null) return [];
  // Arrays too are changed by key here.
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesOf(holder[key])]);
}

describe("toolDefinitions", () => {
  it("are what the schemas generate; run `pnpm generate` in packages/contract when this fails", () => {
    expect(toolDefinitions).toEqual(buildToolDefinitions());
  });

  it("stay within 1,350 tokens, all six together", () => {
    const advertised = toolDefinitions.map(({ name, description, input_schema }) => ({
      name,
      description,
      input_schema,
    }));
    expect(encode(JSON.stringify(advertised)).length).toBeLessThanOrEqual(1350);
  });

  it("carry no keyword that a vendor's strict mode refuses", () => {
    const text = JSON.stringify(toolDefinitions);
    for (const keyword of [
      "oneOf",
      "anyOf",
      "allOf",
      "not",
      "if",
      "$ref",
      "$schema",
      "additionalProperties",
      "terse",
    ]) {
      expect(text).not.toContain(`"${keyword}":`);
    }
  });

  it.each(toolDefinitions.map((definition) => [definition.name, definition] as const))(
    "advertise a schema of %s that accepts everything that is accepted",
    (name, definition) => {
      const accepts = new Ajv2020({ strict: false }).compile(definition.input_schema);
      let accepted = 0;
      fc.assert(
        fc.property(variantsOf(name), (input) => {
          if (!metaToolInputSchemas[name].safeParse(input).success) return;
          accepted++;
          expect(accepts(input)).toBe(true);
        }),
        { numRuns: 2000, seed: 1 },
      );
      // Else the property would have proved nothing.
      expect(accepted).toBeGreaterThan(200);
    },
  );
});
