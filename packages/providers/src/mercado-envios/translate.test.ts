import type { Country, JsonObject, ShipInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryShip } from "../testing/arbitrary-input.ts";
import { fullestConsignment, smallestConsignment } from "../testing/consignments.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { mercadoEnviosTools } from "./tools.ts";
import { mercadoEnviosTranslator } from "./translate.ts";

const { ship } = mercadoEnviosTranslator;
const quote: ShipInput = { action: "quote", ...smallestConsignment("BR") };
const label: ShipInput = { action: "label", ...fullestConsignment("BR"), service_id: "mercado-envios:182" };
const option = {
  id: 1,
  name: "Normal a domicílio",
  shipping_method_id: 182,
  cost: 23.4,
  currency_id: "BRL",
  estimated_delivery_time: { shipping: 4, date: "2026-11-26T00:00:00.000-03:00" },
};
const bought = {
  mercado_envios_create_shipment: { id: 43_000_000_001, tracking_number: "MEL43000000001", base_cost: 23.4 },
  mercado_envios_get_label: { url: "https://mercadoenvios.example/label" },
};

describe("what leaves for Mercado Envios (provider-wire.md, mercado-envios: one box as HxWxL,grams)", () => {
  it.each<[Country, string, string, string]>([
    ["BR", "MLB", "01310100", "20040002"],
    ["AR", "MLA", "1425", "9410"],
    ["MX", "MLM", "06600", "97000"],
  ])("one parcel at the site of %s", async (country, site_id, zip_code_from, zip_code) => {
    expect(await nativeCallsOf(ship, { action: "quote", ...smallestConsignment(country) })).toEqual([
      {
        kind: "read",
        tool: "mercado_envios_get_shipping_options",
        arguments: { site_id, zip_code_from, zip_code, dimensions: "10x15x20,750", item_price: 0 },
      },
    ]);
  });

  it("two parcels as one box, part of a gram rounded up, then its label", async () => {
    expect(await nativeCallsOf(ship, label, bought)).toEqual([
      {
        kind: "effect",
        tool: "mercado_envios_create_shipment",
        arguments: {
          site_id: "MLB",
          shipping_method_id: 182,
          dimensions: "15x15x30,2001",
          sender_address: { zip_code: "01310100" },
          receiver_address: {
            zip_code: "20040002",
            city: "Rio de Janeiro",
            state: "RJ",
            address_line: "Rua A, 10",
            receiver_name: "Maria Exemplo",
            receiver_phone: "+5521987654321",
          },
          declared_value: 129.9,
          external_reference: "tc_1",
        },
      },
      { kind: "read", tool: "mercado_envios_get_label", arguments: { shipment_id: "43000000001" } },
    ]);
  });

  it("the shipment to follow", async () => {
    expect(await nativeCallsOf(ship, { action: "track", shipment_id: "43" })).toEqual([
      { kind: "read", tool: "mercado_envios_track_shipment", arguments: { shipment_id: "43" } },
    ]);
  });

  it.each<[ShipInput, string]>([
    [{ action: "quote", ...smallestConsignment("CO") }, "country_not_served"],
    [{ action: "cancel", shipment_id: "43" }, "action_not_supported"],
    [{ ...label, service_id: "mercado-envios:normal" }, "invalid_arguments"],
  ])("nothing: %j is %s", async (input, code) => {
    await expect(nativeCallsOf(ship, input)).rejects.toMatchObject({ code });
  });

  it("obeys Mercado Envios' own schemas, or is refused, whatever the contract lets through", async () => {
    const inputs = arbitraryShip(["BR", "AR", "MX", "CO"], ["mercado-envios:182", "mercado-envios:x"]);
    await expectNativeOrRefusal(ship, inputs, mercadoEnviosTools);
  });
});

describe("what Mercado Envios returns (provider-wire.md, mercado-envios)", () => {
  const quoting = (...options: JsonObject[]) =>
    translateWith({ mercado_envios_get_shipping_options: { options } }).translate(ship, quote);

  it("is a quote in the site's currency", async () => {
    expect(await quoting(option)).toEqual({
      quotes: [
        {
          service_id: "mercado-envios:182",
          carrier: "Mercado Envios",
          service: "Normal a domicílio",
          amount: 2340,
          currency: "BRL",
          delivery_days: 4,
          delivery_date: "2026-11-26",
        },
      ],
    });
    await expect(quoting()).rejects.toMatchObject({ code: "no_service_available" });
  });

  it.each([
    "shipping_method_id",
    "name",
    "cost",
    "estimated_delivery_time.shipping",
    "estimated_delivery_time.date",
  ])("is no quote without %s", async (field) => {
    await expect(quoting(without(option, field))).rejects.toThrow(field);
  });

  it("is a label with what it cost", async () => {
    const { translate } = translateWith(bought);
    expect(await translate(ship, label)).toEqual({
      shipment_id: "43000000001",
      tracking_code: "MEL43000000001",
      label_url: "https://mercadoenvios.example/label",
      carrier: "Mercado Envios",
      amount: 2340,
      currency: "BRL",
      status: "created",
    });
  });

  it.each(["id", "tracking_number", "base_cost"])("is no label without %s", async (field) => {
    const made = without(bought.mercado_envios_create_shipment, field);
    const { translate } = translateWith({ ...bought, mercado_envios_create_shipment: made });
    await expect(translate(ship, label)).rejects.toThrow(field);
  });

  it.each([
    ["pending", null, "created"],
    ["handling", null, "created"],
    ["ready_to_ship", "ready_to_print", "created"],
    ["shipped", "picked_up", "posted"],
    ["shipped", null, "in_transit"],
    ["shipped", "out_for_delivery", "out_for_delivery"],
    ["delivered", null, "delivered"],
    ["not_delivered", "returning_to_sender", "returned"],
    ["cancelled", null, "cancelled"],
    ["a_status_of_tomorrow", null, "created"],
  ])("%s with %s is %s", async (native, substatus, status) => {
    const history = [{ status: native, substatus, date: "2026-11-24T16:00:00.000-03:00" }];
    const shipment = { id: 43, tracking_number: "MEL43", history };
    const { translate } = translateWith({ mercado_envios_track_shipment: shipment });
    expect(await translate(ship, { action: "track", shipment_id: "43" })).toEqual({
      shipment_id: "43",
      tracking_code: "MEL43",
      status,
      events: [{ status, description: native, occurred_at: "2026-11-24T19:00:00Z" }],
    });
  });
});
