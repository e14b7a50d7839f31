import type { JsonObject, ShipInput } from "@codespar/contract";
import { shipOutputSchema } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { arbitraryShip } from "../testing/arbitrary-input.ts";
import { fullestConsignment, smallestConsignment } from "../testing/consignments.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { readFixture } from "../testing/read-fixture.ts";
import { translateFixtures, translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { nativeInput, text } from "../tools/native-input.ts";
import { melhorEnvioTools } from "./tools.ts";
import { melhorEnvioTranslator } from "./translate.ts";

const { ship } = melhorEnvioTranslator;
const shipment_id = "9b1c0000-0000-4000-8000-000000000001";
const quote: ShipInput = { action: "quote", ...smallestConsignment("BR") };
const label: ShipInput = { action: "label", ...fullestConsignment("BR"), service_id: "melhor-envio:1" };
const order = {
  id: shipment_id,
  protocol: "ORD-1",
  tracking: null,
  price: 18.08,
  service: { company: { name: "Correios" } },
};
const bought = {
  melhor_envio_create_shipment: { id: "cart-1" },
  melhor_envio_checkout_cart: { purchase: { id: "p-1", orders: [order] } },
  melhor_envio_generate_label: { [shipment_id]: { status: true } },
  melhor_envio_print_label: { url: "https://melhorenvio.example/label" },
};

describe("what leaves for Melhor Envio (provider-wire.md, melhor-envio: kg, cm, reais)", () => {
  it.each<[string, ShipInput, JsonObject]>([
    [
      "a calculation of one parcel",
      quote,
      {
        from: { postal_code: "01310-100" },
        to: { postal_code: "20040-002" },
        volumes: [{ weight: 0.75, length: 20, width: 15, height: 10 }],
        options: { insurance_value: 0, receipt: false, own_hand: false },
      },
    ],
    [
      "a calculation of two parcels, of which one is insured",
      { action: "quote", ...fullestConsignment("BR") },
      {
        from: { postal_code: "01310-100" },
        to: { postal_code: "20040-002" },
        volumes: [
          { weight: 0.75, length: 20, width: 15, height: 10 },
          { weight: 1.2505, length: 30, width: 10, height: 5 },
        ],
        options: { insurance_value: 129.9, receipt: false, own_hand: false },
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(ship, input)).toEqual([
      { kind: "read", tool: "melhor_envio_calculate_shipping", arguments: args },
    ]);
  });

  it("a freight into the cart, its payment, then the label: only the payment is an effect", async () => {
    expect(await nativeCallsOf(ship, label, bought)).toEqual([
      {
        kind: "prepare",
        tool: "melhor_envio_create_shipment",
        arguments: {
          service: 1,
          from: { postal_code: "01310-100" },
          to: {
            postal_code: "20040-002",
            city: "Rio de Janeiro",
            state_abbr: "RJ",
            name: "Maria Exemplo",
            phone: "+5521987654321",
            email: "maria@example.com",
            document: "52998224725",
            address: "Rua A, 10",
          },
          volumes: [
            { weight: 0.75, length: 20, width: 15, height: 10 },
            { weight: 1.2505, length: 30, width: 10, height: 5 },
          ],
          options: {
            insurance_value: 129.9,
            receipt: false,
            own_hand: false,
            platform: "CodeSpar",
            tags: [{ tag: "tc_1" }],
          },
        },
      },
      { kind: "effect", tool: "melhor_envio_checkout_cart", arguments: { orders: ["cart-1"] } },
      { kind: "read", tool: "melhor_envio_generate_label", arguments: { orders: [shipment_id] } },
      {
        kind: "read",
        tool: "melhor_envio_print_label",
        arguments: { mode: "public", orders: [shipment_id] },
      },
    ]);
  });

  it("a company by its CNPJ", async () => {
    const input = { ...label, recipient: { document: "11.222.333/0001-81" } };
    const [cart] = await nativeCallsOf(ship, input);
    expect(cart?.arguments.to).toMatchObject({ company_document: "11222333000181" });
  });

  it.each<[ShipInput, object[]]>([
    [
      { action: "track", shipment_id },
      [{ kind: "read", tool: "melhor_envio_track_shipment", arguments: { orders: [shipment_id] } }],
    ],
    [
      { action: "track", tracking_code: "AA123456785BR" },
      [
        { kind: "read", tool: "melhor_envio_search_shipments", arguments: { q: "AA123456785BR" } },
        { kind: "read", tool: "melhor_envio_track_shipment", arguments: { orders: [shipment_id] } },
      ],
    ],
    [
      { action: "cancel", shipment_id },
      [
        {
          kind: "effect",
          tool: "melhor_envio_cancel_shipment",
          arguments: {
            order: { id: shipment_id, reason_id: "2", description: "Cancelado pelo remetente" },
          },
        },
      ],
    ],
  ])("%j", async (input, calls) => {
    const found = { melhor_envio_search_shipments: { data: [{ id: shipment_id }] } };
    expect(await nativeCallsOf(ship, input, found)).toEqual(calls);
  });

  it("nothing for a service that is no number, or a code that no freight has", async () => {
    await expect(nativeCallsOf(ship, { ...label, service_id: "melhor-envio:pac" })).rejects.toMatchObject({
      code: "invalid_arguments",
    });
    const none = { melhor_envio_search_shipments: { data: [] } };
    const tracked = nativeCallsOf(ship, { action: "track", tracking_code: "x" }, none);
    await expect(tracked).rejects.toMatchObject({ code: "shipment_not_found" });
  });

  it("obeys Melhor Envio's own schemas, or is refused, whatever the contract lets through", async () => {
    const inputs = arbitraryShip(["BR"], ["melhor-envio:1", "melhor-envio:17", "melhor-envio:pac"]);
    const tools = {
      ...melhorEnvioTools,
      melhor_envio_search_shipments: { input: nativeInput({ q: text() }) },
    };
    await expectNativeOrRefusal(ship, inputs, tools, {
      melhor_envio_create_shipment: { id: "cart-1" },
    });
  });
});

describe("what Melhor Envio returns (provider-wire.md, melhor-envio)", () => {
  it("is quotes in cents, the cheapest first, without who does not go there", async () => {
    const { translate } = translateFixtures("melhor-envio", ["quote"]);
    const output = await translate(ship, quote);
    shipOutputSchema.parse(output);
    expect(output).toMatchObject({
      quotes: [
        {
          service_id: "melhor-envio:1",
          carrier: "Correios",
          service: "PAC",
          amount: 1808,
          currency: "BRL",
          delivery_days: 5,
          delivery_date: "2026-11-27",
        },
        { service_id: "melhor-envio:2", service: "SEDEX", amount: 2835, delivery_days: 5 },
      ],
    });
  });

  it("is a refusal where no carrier goes there", async () => {
    const item = { id: 3, name: "Package", error: "Transportadora não atende este trecho." };
    const { translate } = translateWith({ melhor_envio_calculate_shipping: { data: [item] } });
    await expect(translate(ship, quote)).rejects.toMatchObject({ code: "no_service_available" });
  });

  it("is a label at the price that was paid", async () => {
    const { translate } = translateWith(bought);
    expect(await translate(ship, label)).toEqual({
      shipment_id,
      tracking_code: "ORD-1",
      label_url: "https://melhorenvio.example/label",
      carrier: "Correios",
      amount: 1808,
      currency: "BRL",
      status: "created",
    });
  });

  it.each(["purchase.orders.0.id", "purchase.orders.0.price", "purchase.orders.0.protocol"])(
    "is no label where the purchase has no %s",
    async (field) => {
      const checkout = without(bought.melhor_envio_checkout_cart, field);
      const { translate } = translateWith({ ...bought, melhor_envio_checkout_cart: checkout });
      await expect(translate(ship, label)).rejects.toThrow(field.replace("purchase.orders.0.", ""));
    },
  );

  it.each([
    ["tracking-released", "created"],
    ["tracking-posted", "posted"],
    ["tracking-delivered", "delivered"],
    ["tracking-undelivered", "returned"],
    ["tracking-canceled", "cancelled"],
  ])("reads %s as %s", async (name, status) => {
    const { translate } = translateFixtures("melhor-envio", [name]);
    expect(await translate(ship, { action: "track", shipment_id })).toMatchObject({ shipment_id, status });
  });

  it.each([
    ["pending", "created"],
    ["released", "created"],
    ["posted", "posted"],
    ["delivered", "delivered"],
    ["canceled", "cancelled"],
    ["undelivered", "returned"],
    ["a_status_of_tomorrow", "created"],
  ])("%s is %s", async (native, status) => {
    const { response } = readFixture("melhor-envio", "tracking-released");
    // the fixture's own order, which is an object
    const tracked = { [shipment_id]: { ...(response[shipment_id] as JsonObject), status: native } };
    const { translate } = translateWith({ melhor_envio_track_shipment: tracked });
    expect(await translate(ship, { action: "track", shipment_id })).toMatchObject({ status });
  });

  it("lists the newest movement first, in UTC", async () => {
    const { translate } = translateFixtures("melhor-envio", ["tracking-delivered"]);
    expect(await translate(ship, { action: "track", shipment_id })).toMatchObject({
      tracking_code: "AA123456785BR",
      events: [
        { status: "delivered", occurred_at: "2026-11-24T19:00:00Z" },
        { status: "posted", occurred_at: "2026-11-21T12:30:00Z" },
        { status: "created", occurred_at: "2026-11-20T15:01:00Z" },
      ],
    });
  });

  it("is a cancellation by the order's id", async () => {
    const { translate } = translateFixtures("melhor-envio", ["cancel"]);
    expect(await translate(ship, { action: "cancel", shipment_id })).toEqual({
      shipment_id,
      status: "cancelled",
    });
  });
});
