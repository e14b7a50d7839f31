import { ProviderRefusal, type Translator } from "@codespar/backend/ports";
import {
  type Country,
  nativeToolNames,
  type ShipInput,
  type ShipOutput,
  type ShipPackage,
} from "@codespar/contract";
import { shipOutputSchema } from "@codespar/contract/schemas";
import { bankDateAfter, COUNTRIES, calendarDateAt } from "@codespar/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SimulatedServer } from "../simulation/provider-definition.ts";
import { type Simulation, simulate } from "./simulate.ts";
import { strictServer } from "./strict-server.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** Postal codes of each country: near one another, and far away. */
const postalCodes: Readonly<Record<Country, { origin: string; near: string; far: string }>> = {
  BR: { origin: "01310-100", near: "04538-133", far: "69005-010" },
  MX: { origin: "06600", near: "06700", far: "97000" },
  AR: { origin: "C1425ABC", near: "1414", far: "9410" },
  CO: { origin: "110111", near: "111511", far: "880001" },
  CL: { origin: "8320000", near: "7500000", far: "6200000" },
};

const box: ShipPackage = {
  weight_g: 800,
  length_cm: 20,
  width_cm: 15,
  height_cm: 10,
  declared_value: 15_990,
};

export interface CarrierUnderTest {
  server: SimulatedServer;
  translator: Translator;
  countries: readonly Country[];
  /** @default true */
  labels?: boolean | undefined;
  cancels: boolean;
  /** Whether the label's own event is sent before the parcel is posted. */
  reportsCreation: boolean;
  /** Whether it wants city, state and district of both ends, and all of who receives. @default false */
  needsAddresses?: boolean | undefined;
  /** Cities by the postal codes of these cases, for a carrier that knows no postal codes. @default the same for all */
  cities?: Readonly<Record<string, string>> | undefined;
  /** Whether a label comes with an address or as a file. @default true */
  givesLabels?: boolean | undefined;
  /** Whether its events say where they were. @default true */
  locatesEvents?: boolean | undefined;
  /** What a tracking code looks like once the parcel is posted. */
  trackingCode?: RegExp | undefined;
}

/** The cases that every carrier passes through its translator, whatever its dialect. */
export function describeShipping(carrier: CarrierUnderTest): void {
  const {
    server,
    translator,
    countries,
    labels = true,
    cancels,
    reportsCreation,
    needsAddresses = false,
    cities,
    locatesEvents = true,
    givesLabels = true,
    trackingCode = /./,
  } = carrier;
  const areaOf = (postal_code: string) =>
    cities !== undefined
      ? { city: cities[postal_code] ?? "Ninguna" }
      : needsAddresses
        ? { city: "Ciudad", state: "Estado", district: "Centro" }
        : {};
  const recipient = needsAddresses
    ? { name: "Maria Silva", address: "Rua A, 10", phone: "+5215512345678", email: "maria@example.com" }
    : undefined;

  it(`${server.id} has the tools of the catalogue`, () => {
    expect(Object.keys(server.tools).sort()).toEqual(nativeToolNames(server.id).sort());
  });

  describe.each(countries)(`${server.id} in %s`, (country) => {
    const { origin, near, far } = postalCodes[country];
    const consignment = {
      origin: { postal_code: origin, country, ...areaOf(origin) },
      destination: { postal_code: far, country, ...areaOf(far) },
      packages: [box],
    };
    const ship = (simulation: Simulation, input: ShipInput, operationId?: string): Promise<ShipOutput> =>
      simulation.translate(translator.ship, input, operationId);
    const quote = async (input: Partial<ShipInput> = {}) => {
      const { quotes = [] } = await ship(simulate(strictServer(server)), {
        action: "quote",
        ...consignment,
        ...input,
      });
      return quotes;
    };

    it("quotes its services, cheapest first, with dates in working days", async () => {
      const quotes = await quote();
      expect(shipOutputSchema.safeParse({ quotes }).error).toBeUndefined();
      expect(quotes.length).toBeGreaterThan(0);
      expect(new Set(quotes.map(({ service_id }) => service_id)).size).toBe(quotes.length);
      expect(quotes.map(({ amount }) => amount)).toEqual(
        quotes.map(({ amount }) => amount).toSorted((a, b) => a - b),
      );
      for (const { service_id, amount, currency, delivery_days, delivery_date } of quotes) {
        expect(service_id.startsWith(`${server.id}:`)).toBe(true);
        expect(Number.isSafeInteger(amount) && amount > 0).toBe(true);
        expect(currency).toBe(COUNTRIES[country].currency.code);
        expect(delivery_date).toBe(
          bankDateAfter(simulate(strictServer(server)).now(), delivery_days, country),
        );
      }
    });

    it("quotes the same for the same consignment, and more for what is heavier, larger, dearer or further", async () => {
      const total = async (input: Partial<ShipInput>) =>
        (await quote(input)).reduce((sum, { amount }) => sum + amount, 0) /
        Math.max(1, (await quote(input)).length);
      const usual = await total({});
      expect(await quote()).toEqual(await quote());
      expect(await total({ packages: [{ ...box, weight_g: 9_000 }] })).toBeGreaterThan(usual);
      expect(
        await total({ packages: [{ ...box, length_cm: 60, width_cm: 50, height_cm: 40 }] }),
      ).toBeGreaterThan(usual);
      expect(await total({ destination: { postal_code: near, country, ...areaOf(near) } })).toBeLessThan(
        usual,
      );
      expect(await total({ packages: [box, box] })).toBeGreaterThan(usual);
    });

    it("gives no quote where nobody lives", async () => {
      const nowhere = { CL: "0000000", CO: "000000", MX: "19000", AR: "0000", BR: "00000-000" }[country];
      await expect(
        quote({ destination: { postal_code: nowhere, country, ...areaOf(nowhere) } }),
      ).rejects.toBeInstanceOf(ProviderRefusal);
    });

    if (!labels) return;

    const label = async (simulation: Simulation, operationId?: string) => {
      const [cheapest] = await quote();
      if (cheapest === undefined) throw new Error("no quote");
      const input: ShipInput = {
        action: "label",
        ...consignment,
        service_id: cheapest.service_id,
        recipient: recipient ?? { name: "Maria Silva", address: "Rua A, 10" },
      };
      const made = await ship(simulation, input, operationId);
      return { ...made, shipment_id: made.shipment_id ?? "", tracking_code: made.tracking_code ?? "" };
    };
    const track = async (simulation: Simulation, reference: Partial<ShipInput>) => {
      const {
        status,
        events = [],
        tracking_code,
      } = await ship(simulation, { action: "track", ...reference });
      return { status, events, tracking_code };
    };

    it("labels at the price that it quoted, whatever the service", async () => {
      for (const { service_id, amount } of await quote()) {
        const made = await ship(simulate(strictServer(server)), {
          action: "label",
          ...consignment,
          service_id,
          recipient,
        });
        expect(made).toMatchObject({ amount, currency: COUNTRIES[country].currency.code, status: "created" });
        expect(shipOutputSchema.safeParse(made).error).toBeUndefined();
        if (!givesLabels) expect(made.label_url).toBeUndefined();
        else
          expect(made.label_url).toMatch(
            /^(?:https:\/\/|data:application\/pdf;base64,JVBERi0|data:image\/jpeg;base64,\/9j\/)/,
          );
      }
    });

    it("makes one label for one operation", async () => {
      const simulation = simulate(strictServer(server));
      const first = await label(simulation, "tc_same");
      expect(await label(simulation, "tc_same")).toEqual(first);
      expect(await label(simulation)).not.toEqual(first);
      expect(simulation.webhooks.map(({ type }) => type)).toEqual(["shipment.created", "shipment.created"]);
    });

    it("moves to the door as the clock moves, and reports it", async () => {
      const simulation = simulate(strictServer(server));
      const { shipment_id, tracking_code } = await label(simulation);
      expect(await track(simulation, { tracking_code })).toMatchObject({ status: "created" });
      simulation.advance(4 * hour);
      const posted = await track(simulation, { shipment_id });
      expect(posted).toMatchObject({ status: "posted" });
      expect(posted.tracking_code ?? tracking_code).toMatch(trackingCode);
      simulation.advance(2 * hour);
      expect(await track(simulation, { shipment_id })).toMatchObject({ status: "in_transit" });
      simulation.advance(40 * day);
      const delivered = await track(simulation, { tracking_code });
      expect(await track(simulation, { shipment_id })).toEqual(delivered);
      expect(await track(simulation, { tracking_code: delivered.tracking_code ?? tracking_code })).toEqual(
        delivered,
      );
      expect(delivered.status).toBe("delivered");
      expect(shipOutputSchema.safeParse(delivered).error).toBeUndefined();
      const path = ["delivered", "out_for_delivery", "in_transit", "in_transit", "posted"];
      expect(delivered.events.map(({ status }) => status)).toEqual(
        reportsCreation ? [...path, "created"] : path,
      );
      const times = delivered.events.map(({ occurred_at }) => Date.parse(occurred_at));
      expect(times).toEqual(times.toSorted((a, b) => b - a));
      if (locatesEvents) expect(delivered.events[0]?.location).toBeTruthy();
      expect(simulation.webhooks.map(({ type }) => type)).toEqual([
        "shipment.created",
        "shipment.in_transit",
        "shipment.delivered",
      ]);
      for (const { data } of simulation.webhooks) expect(data.shipment_id).toBe(shipment_id);
    });

    it("is delivered on the day it promised, however the clock gets there", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5 * day }), { maxLength: 12 }), async (steps) => {
          const [cheapest] = await quote();
          const simulation = simulate(strictServer(server));
          const { shipment_id } = await label(simulation);
          for (const step of steps) simulation.advance(step);
          simulation.advance(40 * day);
          const { events } = await track(simulation, { shipment_id });
          const deliveredAt = Date.parse(events[0]?.occurred_at ?? "");
          expect(calendarDateAt(deliveredAt, COUNTRIES[country].timeZone)).toBe(cheapest?.delivery_date);
        }),
        { numRuns: 5 },
      );
    });

    it("refuses a service or a shipment that it does not have", async () => {
      const strange: ShipInput = {
        action: "label",
        ...consignment,
        recipient,
        service_id: `${server.id}:999999`,
      };
      await expect(ship(simulate(strictServer(server)), strange)).rejects.toBeInstanceOf(ProviderRefusal);
      if (server.id === "correios") return; // it says of an unknown object what it says of one not posted
      await expect(track(simulate(strictServer(server)), { tracking_code: "1" })).rejects.toBeInstanceOf(
        ProviderRefusal,
      );
    });

    if (!cancels) {
      it("says that it cannot cancel", async () => {
        const simulation = simulate(strictServer(server));
        const { shipment_id } = await label(simulation);
        await expect(ship(simulation, { action: "cancel", shipment_id })).rejects.toMatchObject({
          code: "action_not_supported",
        });
      });
      return;
    }

    it("cancels before posting, once, and not after", async () => {
      const simulation = simulate(strictServer(server));
      const { shipment_id } = await label(simulation);
      const { tracking_code } = await label(simulation);
      const late = await label(simulation);
      expect(await ship(simulation, { action: "cancel", shipment_id })).toEqual({
        shipment_id,
        status: "cancelled",
      });
      expect(await ship(simulation, { action: "cancel", tracking_code })).toMatchObject({
        status: "cancelled",
      });
      await expect(ship(simulation, { action: "cancel", shipment_id })).rejects.toBeInstanceOf(
        ProviderRefusal,
      );
      simulation.advance(40 * day);
      expect(await track(simulation, { shipment_id })).toMatchObject({ status: "cancelled" });
      const tooLate: ShipInput = { action: "cancel", shipment_id: late.shipment_id };
      await expect(ship(simulation, tooLate)).rejects.toBeInstanceOf(ProviderRefusal);
      const moved = simulation.webhooks.filter(({ type }) => type !== "shipment.created");
      expect(new Set(moved.map(({ data }) => data.shipment_id))).toEqual(new Set([late.shipment_id]));
    });
  });
}
