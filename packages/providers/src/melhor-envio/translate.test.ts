import { expect, it } from "vitest";
import { translateFixtures } from "../testing/translate-with.ts";
import { melhorEnvioTranslator } from "./translate.ts";

const { ship } = melhorEnvioTranslator;
const shipment_id = "9b1c0000-0000-4000-8000-000000000001";

it("quotes in cents, the cheapest first, without who does not go there", async () => {
  const { calls, translate } = translateFixtures("melhor-envio", ["quote"]);
  const output = await translate(ship, {
    action: "quote",
    origin: { postal_code: "01310100", country: "BR" },
    destination: { postal_code: "20040002", country: "BR" },
    packages: [{ weight_g: 750, length_cm: 20, width_cm: 15, height_cm: 10 }],
  });
  expect(output).toMatchObject({
    quotes: [
      { service_id: "melhor-envio:1", service: "PAC", amount: 1808, delivery_days: 5 },
      { service_id: "melhor-envio:2", service: "SEDEX", amount: 2835, delivery_days: 5 },
    ],
  });
  expect(calls[0]?.arguments.volumes).toEqual([{ weight: 0.75, length: 20, width: 15, height: 10 }]);
});

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

it("cancels by the order's id", async () => {
  const { calls, translate } = translateFixtures("melhor-envio", ["cancel"]);
  expect(await translate(ship, { action: "cancel", shipment_id })).toEqual({
    shipment_id,
    status: "cancelled",
  });
  expect(calls[0]?.arguments).toMatchObject({ order: { id: shipment_id, reason_id: "2" } });
});
