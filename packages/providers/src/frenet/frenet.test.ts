import { expect, it } from "vitest";
import { describeShipping } from "../testing/describe-shipping.ts";
import { simulate } from "../testing/simulate.ts";
import { frenetSimulation } from "./simulate.ts";
import { frenetTranslator } from "./translate.ts";

describeShipping({
  server: frenetSimulation,
  translator: frenetTranslator,
  countries: ["BR"],
  labels: false,
  cancels: false,
  reportsCreation: false,
});

it("compares carriers and follows a parcel of any of them", async () => {
  const simulation = simulate(frenetSimulation);
  const tracked = await simulation.translate(frenetTranslator.ship, {
    action: "track",
    tracking_code: "QB473124829BR",
  });
  expect(tracked).toMatchObject({ tracking_code: "QB473124829BR", status: "in_transit" });
  await expect(
    simulation.translate(frenetTranslator.ship, { action: "track", tracking_code: "QB473124820BR" }),
  ).rejects.toMatchObject({ code: "shipment_not_found" });
});

it("sells no labels", async () => {
  const input = { action: "label" as const, service_id: "frenet:03298" };
  await expect(simulate(frenetSimulation).translate(frenetTranslator.ship, input)).rejects.toMatchObject({
    code: "action_not_supported",
  });
});

it("refuses more parcels than fit into a quote", async () => {
  const parcel = { Weight: 1, Length: 20, Width: 20, Height: 20 };
  for (const Quantity of [0, -3, 500_000_000]) {
    const args = {
      SellerCEP: "01310100",
      RecipientCEP: "20040002",
      ShippingItemArray: [{ ...parcel, Quantity }],
    };
    expect(await simulate(frenetSimulation).call("frenet_calculate_shipping", args)).toMatchObject({
      ok: false,
      code: "invalid_quantity",
    });
  }
});

it("prices one service alone where its code is given", async () => {
  const args = {
    SellerCEP: "01310100",
    RecipientCEP: "20040002",
    ShippingItemArray: [{ Weight: 1, Length: 20, Width: 20, Height: 20 }],
    ShippingServiceCode: "03298",
  };
  expect(await simulate(frenetSimulation).call("frenet_calculate_shipping", args)).toMatchObject({
    data: { ShippingSevicesArray: [{ ServiceCode: "03298", Carrier: "Correios" }] },
  });
});
