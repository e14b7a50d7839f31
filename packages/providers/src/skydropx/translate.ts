import { type NativeCalls, ProviderRefusal, type Translator } from "@codespar/backend/ports";
import type { JsonObject, ShipAddress, ShipInput, ShipmentStatus, ShipRecipient } from "@codespar/contract";
import { bankDateAfter, toMajorUnits } from "@codespar/formats";
import { objectsAt, requiredNumber, requiredText, textAt, valueAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { type Consignment, nativeServiceCode, toConsignment } from "../mappings/shipping/consignment.ts";
import { occurredAt } from "../mappings/shipping/occurred-at.ts";
import { parsePrice } from "../mappings/shipping/parse-price.ts";
import { serviceNotAvailable, shipActions, shipmentNotFound } from "../mappings/shipping/ship-actions.ts";
import { latestStatus, shipEvent } from "../mappings/shipping/ship-event.ts";

/** Two requests a second are allowed, and carriers respond within seconds. */
const PATIENCE = { reads: 20, delayMs: 600 };

/** Pages of ten shipments that are searched for a tracking code. */
const PAGES = 10;

/**
 * Skydropx Pro: kilograms, centimetres, pesos as text. Carriers give their rates one by one, and a rate is bought as a shipment,
 * whose label follows.
 */
export const skydropxTranslator: Translator = {
  server: "skydropx",
  ship: shipActions("Skydropx", {
    async quote(input, native, { now }) {
      const rates = await readRates(toConsignment(input), native);
      const quotes = rates.map((rate) => {
        const days = requiredNumber(rate, "days");
        return {
          service_id: `skydropx:${toServiceCode(rate)}`,
          carrier: textAt(rate, "provider_display_name") ?? requiredText(rate, "provider_name"),
          service: requiredText(rate, "provider_service_name"),
          amount: parseTotal(rate),
          currency: "MXN" as const,
          delivery_days: days,
          delivery_date: bankDateAfter(now, days, "MX"),
        };
      });
      return { quotes };
    },

    async label(input, native) {
      const consignment = toConsignment(input);
      const code = nativeServiceCode(input);
      const address_to = toContact(consignment.recipient);
      const rates = await readRates(consignment, native);
      const rate = rates.find((each) => toServiceCode(each) === code);
      if (rate === undefined) throw serviceNotAvailable("Skydropx", code);
      const bought = await native.effect("skydropx_create_shipment", {
        shipment: {
          rate_id: requiredText(rate, "id"),
          printing_format: "standard",
          address_to,
          packages: consignment.packages.map(({ declared_value }, index) => ({
            package_number: String(index + 1),
            package_protected: declared_value !== undefined,
            ...omitUndefined({
              declared_value: declared_value === undefined ? undefined : toMajorUnits(declared_value, "MXN"),
            }),
          })),
        },
      });
      const shipment = await waitForLabel(bought, native);
      return {
        shipment_id: requiredText(shipment, "data.id"),
        tracking_code: requiredText(shipment, "data.attributes.master_tracking_number"),
        label_url: requiredText(firstPackage(shipment), "attributes.label_url"),
        carrier: textAt(rate, "provider_display_name") ?? requiredText(rate, "provider_name"),
        amount: parsePrice(requiredText(shipment, "data.attributes.total"), "MXN"),
        currency: "MXN",
        status: "created",
      };
    },

    async track(input, native) {
      const { data } = await findShipment(input, native);
      const shipment_id = requiredText(data, "id");
      const tracking_number = textAt(data, "attributes.master_tracking_number");
      // bought just now: its label follows
      if (tracking_number === undefined) return { shipment_id, status: "created", events: [] };
      const carrier_name = requiredText(data, "attributes.carrier_name");
      const events = await readEvents({ tracking_number, carrier_name }, native);
      return { shipment_id, tracking_code: tracking_number, status: latestStatus(events), events };
    },

    async cancel(input, native) {
      const shipment_id = input.shipment_id ?? requiredText((await findShipment(input, native)).data, "id");
      await native.effect("skydropx_cancel_shipment", { shipment_id, reason: "Cancelado por el remitente" });
      return { shipment_id, status: "cancelled" };
    },
  }),
};

/** The rates that can be bought, once all carriers have said theirs. */
async function readRates(consignment: Consignment, native: NativeCalls): Promise<JsonObject[]> {
  let quotation = await native.read("skydropx_get_rates", {
    quotation: {
      address_from: toArea("origin", consignment.origin),
      address_to: toArea("destination", consignment.destination),
      parcels: consignment.packages.map(({ weight_g, length_cm, width_cm, height_cm }) => ({
        weight: weight_g / 1000,
        // Skydropx takes whole centimetres, and a box that begins one is as long as all of it
        length: Math.ceil(length_cm),
        width: Math.ceil(width_cm),
        height: Math.ceil(height_cm),
      })),
    },
  });
  const id = requiredText(quotation, "id");
  for (let reads = 0; valueAt(quotation, "is_completed") !== true && reads < PATIENCE.reads; reads += 1) {
    if (reads > 0) await native.pause(PATIENCE.delayMs);
    quotation = await native.read("skydropx_get_quotation", { id });
  }
  // a carrier that has not said its rate by now is left out
  return objectsAt(quotation, "rates").filter((rate) => valueAt(rate, "success") === true);
}

/** The shipment once its label is there; as it is, if that takes too long. */
async function waitForLabel(bought: JsonObject, native: NativeCalls): Promise<JsonObject> {
  const id = requiredText(bought, "data.id");
  let shipment = bought;
  for (let reads = 0; !hasLabel(shipment) && reads < PATIENCE.reads; reads += 1) {
    if (reads > 0) await native.pause(PATIENCE.delayMs);
    shipment = await native.read("skydropx_get_shipment", { id });
  }
  return shipment;
}

function hasLabel(shipment: JsonObject): boolean {
  return (
    textAt(shipment, "data.attributes.master_tracking_number") !== undefined &&
    textAt(firstPackage(shipment), "attributes.label_url") !== undefined
  );
}

function firstPackage(shipment: JsonObject): JsonObject {
  return objectsAt(shipment, "included").find(({ type }) => type === "packages" || type === "package") ?? {};
}

/** By its id, else by its tracking code among the newest shipments: Skydropx finds none by its code. */
async function findShipment(
  { shipment_id, tracking_code }: ShipInput,
  native: NativeCalls,
): Promise<{ data: JsonObject }> {
  if (shipment_id !== undefined) {
    const shipment = await native.read("skydropx_get_shipment", { id: shipment_id });
    return { data: requireObject(shipment) };
  }
  for (let page = 1; page <= PAGES; page += 1) {
    const shipments = objectsAt(await native.read("skydropx_list_shipments", { page }), "data");
    const found = shipments.find(
      (each) => textAt(each, "attributes.master_tracking_number") === tracking_code,
    );
    if (found !== undefined) return { data: found };
    if (shipments.length === 0) break;
  }
  throw shipmentNotFound(tracking_code ?? "");
}

function requireObject(shipment: JsonObject): JsonObject {
  const { data } = shipment;
  if (typeof data !== "object" || data === null || Array.isArray(data))
    throw new TypeError("The provider responded without data.");
  return data;
}

async function readEvents(parcel: { tracking_number: string; carrier_name: string }, native: NativeCalls) {
  const response = await native.read("skydropx_track_shipment", parcel).catch((error: unknown) => {
    // what no carrier has scanned yet has no events: 404
    if (error instanceof ProviderRefusal && error.code === "not_found") return { data: [] };
    throw error;
  });
  return objectsAt(response, "data").map((event) =>
    shipEvent(
      toStatus(requiredText(event, "attributes.status")),
      requiredText(event, "attributes.description"),
      occurredAt(requiredText(event, "attributes.date"), "MX"),
      textAt(event, "attributes.location"),
    ),
  );
}

function toArea(end: "origin" | "destination", address: ShipAddress): JsonObject {
  const { postal_code, state, city, district } = address;
  const lacking = Object.entries({ state, city, district }).find(([, value]) => value === undefined);
  if (lacking !== undefined)
    throw new ProviderRefusal({
      code: "invalid_arguments",
      message: `Skydropx needs the state, the city and the district (colonia) of both ends. Add ${end}.${lacking[0]}.`,
    });
  return {
    country_code: "MX",
    postal_code,
    area_level1: state ?? "",
    area_level2: city ?? "",
    area_level3: district ?? "",
  };
}

function toContact({ name, email, phone, address }: ShipRecipient): JsonObject {
  const lacking = Object.entries({ name, address, phone, email }).find(([, value]) => value === undefined);
  if (lacking !== undefined)
    throw new ProviderRefusal({
      code: "invalid_arguments",
      message: `Skydropx needs the recipient's name, address, phone and email. Add recipient.${lacking[0]}.`,
    });
  // a person is their own company: the field must be there
  return {
    street1: address ?? "",
    name: name ?? "",
    company: name ?? "",
    phone: phone ?? "",
    email: email ?? "",
  };
}

function toServiceCode(rate: JsonObject): string {
  return `${requiredText(rate, "provider_name")}:${requiredText(rate, "provider_service_code")}`;
}

/** Its documentation says text and shows a number. */
function parseTotal(rate: JsonObject): number {
  const total = valueAt(rate, "total");
  if (typeof total !== "string" && typeof total !== "number")
    throw new TypeError("The provider responded with a rate without total.");
  return parsePrice(total, "MXN");
}

function toStatus(native: string): ShipmentStatus {
  switch (native) {
    case "created":
      return "created";
    case "picked_up":
      return "posted";
    case "last_mile":
      return "out_for_delivery";
    case "delivered":
      return "delivered";
    case "in_return":
      return "returned";
    case "cancelled":
      return "cancelled";
    default:
      return "in_transit";
  }
}
