import type { ShipInput, ShipQuote } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { smallestConsignment } from "../../testing/consignments.ts";
import { translateWith } from "../../testing/translate-with.ts";
import { occurredAt } from "./occurred-at.ts";
import { shipActions, shipmentReference } from "./ship-actions.ts";
import { latestStatus, shipEvent } from "./ship-event.ts";

const service = (service_id: string, amount: number): ShipQuote => ({
  service_id,
  carrier: "Carrier",
  service: service_id,
  amount,
  currency: "BRL",
  delivery_days: 1,
  delivery_date: "2026-11-23",
});
const events = [
  shipEvent("posted", "Postado", "2026-11-21T09:30:00-03:00"),
  shipEvent("delivered", "Entregue", "2026-11-24T16:00:00-03:00", "Rio"),
  shipEvent("in_transit", "Em trânsito", "2026-11-22T09:30:00-03:00", " "),
];
const carrier = (quotes: ShipQuote[]) =>
  shipActions("Carrier", {
    quote: () => Promise.resolve({ quotes }),
    track: () => Promise.resolve({ status: latestStatus(events), events }),
  });
const run = (quotes: ShipQuote[], input: ShipInput) => translateWith({}).translate(carrier(quotes), input);
const quote: ShipInput = { action: "quote", ...smallestConsignment("BR") };

describe("a carrier's actions", () => {
  it("list quotes by price, then by name", async () => {
    const { quotes = [] } = await run([service("c:2", 10), service("c:1", 10), service("c:3", 5)], quote);
    expect(quotes.map(({ service_id }) => service_id)).toEqual(["c:3", "c:1", "c:2"]);
  });

  it("refuse where nothing is offered: an empty list is no success", async () => {
    await expect(run([], quote)).rejects.toMatchObject({ code: "no_service_available" });
  });

  it("list events newest first, in UTC, and the status of the newest", async () => {
    const tracked = await run([], { action: "track", tracking_code: "x" });
    expect(tracked.status).toBe("delivered");
    expect(tracked.events).toEqual([
      { status: "delivered", description: "Entregue", occurred_at: "2026-11-24T19:00:00Z", location: "Rio" },
      { status: "in_transit", description: "Em trânsito", occurred_at: "2026-11-22T12:30:00Z" },
      { status: "posted", description: "Postado", occurred_at: "2026-11-21T12:30:00Z" },
    ]);
    expect(latestStatus([])).toBe("created");
  });

  it.each<ShipInput>([
    { ...quote, action: "label", service_id: "c:1" },
    { action: "cancel", shipment_id: "1" },
  ])("refuse what the carrier cannot do: %j", async (input) => {
    await expect(run([], input)).rejects.toMatchObject({ code: "action_not_supported" });
  });

  it("take a tracking code before a shipment's id, and need one of the two", () => {
    expect(shipmentReference({ action: "track", tracking_code: "t", shipment_id: "s" })).toBe("t");
    expect(shipmentReference({ action: "track", shipment_id: "s" })).toBe("s");
    expect(() => shipmentReference({ action: "track" })).toThrow("tracking_code or shipment_id");
  });
});

describe("a provider's local time", () => {
  it.each([
    ["2026-11-20 20:57:00", "BR", "2026-11-20T20:57:00-03:00"],
    ["2026-11-20T20:57:00", "MX", "2026-11-20T20:57:00-06:00"],
    ["2026-11-20 20:57:00", "CO", "2026-11-20T20:57:00-05:00"],
    ["2026-11-20 20:57:00", "CL", "2026-11-20T20:57:00-03:00"],
    ["2026-06-20 20:57:00", "CL", "2026-06-20T20:57:00-04:00"],
    ["2026-11-20T20:57:00+02:00", "BR", "2026-11-20T20:57:00+02:00"],
  ] as const)("%s in %s is %s", (written, country, expected) => {
    expect(occurredAt(written, country)).toBe(expected);
  });

  it("is none where it says nothing", () => {
    expect(() => occurredAt("ontem", "BR")).toThrow('"ontem"');
  });
});
