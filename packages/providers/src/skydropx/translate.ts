import type { NativeCalls, Translator } from "@codespar/backend/ports";
import type { JsonObject, ShipInput, ShipmentStatus } from "@codespar/contract";
import { bankDateAfter, toMajorUnits } from "@codespar/formats";
import { objectsAt, requiredNumber, requiredText, textAt, valueAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { type Consignment, nativeServiceCode, toConsignment } from "../mappings/shipping/consignment.ts";
import { parsePrice } from "../mappings/shipping/parse-price.ts";
import { serviceNotAvailable, shipActions, shipmentReference } from "../mappings/shipping/ship-actions.ts";
import { latestStatus, shipEvent } from "../mappings/shipping/ship-event.ts";

/** Kilograms, centimetres, pesos as text. A shipment is free; buying the label of one of its rates is the effect. */
export const skydropxTranslator: Translator = {
  server: "skydropx",
  ship: shipActions("Skydropx", {
    async quote(input, native, { now }) {
      const consignment = toConsignment(input);
      const response = await native.read("skydropx_get_rates", {
        zip_from: consignment.origin.postal_code,
        zip_to: consignment.destination.postal_code,
        ...getParcels(consignment),
      });
      const quotes = objectsAt(response, "data").map((rate) => {
        const days = requiredNumber(rate, "days");
        return {
          service_id: `skydropx:${requiredText(rate, "service_level_code")}`,
          carrier: requiredText(rate, "provider"),
          service: requiredText(rate, "service_level_name"),
          amount: parsePrice(requiredText(rate, "total_pricing"), "MXN"),
          currency: "MXN" as const,
          delivery_days: days,
          delivery_date: bankDateAfter(now, days, "MX"),
        };
      });
      return { quotes };
    },

    async label(input, native, { operationId }) {
      const consignment = toConsignment(input);
      const { origin, destination, recipient } = consignment;
      const code = nativeServiceCode(input);
      const shipment = await native.prepare("skydropx_create_shipment", {
        address_from: {
          zip: origin.postal_code,
          country: "MX",
          ...omitUndefined({ city: origin.city, province: origin.state }),
        },
        address_to: {
          zip: destination.postal_code,
          country: "MX",
          ...omitUndefined({
            city: destination.city,
            province: destination.state,
            name: recipient.name,
            phone: recipient.phone,
            email: recipient.email,
            address1: recipient.address,
          }),
        },
        ...getParcels(consignment),
        reference: operationId,
      });
      const rate = objectsAt(shipment, "included").find(
        (each) => textAt(each, "attributes.service_level_code") === code,
      );
      if (rate === undefined) throw serviceNotAvailable("Skydropx", code);
      const bought = await native.effect("skydropx_create_label", {
        rate_id: requiredText(rate, "id"),
        label_format: "pdf",
      });
      const label = valueAt(bought, "data.attributes");
      return {
        shipment_id: requiredText(label, "shipment_id"),
        tracking_code: requiredText(label, "tracking_number"),
        label_url: requiredText(label, "label_url"),
        carrier: requiredText(label, "provider"),
        amount: parsePrice(requiredText(label, "total_pricing"), "MXN"),
        currency: "MXN",
        status: "created",
      };
    },

    async track(input, native) {
      const response = await native.read("skydropx_track_shipment", {
        tracking_number: await trackingNumber(input, native),
      });
      const tracking = valueAt(response, "data.attributes");
      const events = objectsAt(tracking, "tracking_events").map((event) =>
        shipEvent(
          toStatus(requiredText(event, "status")),
          requiredText(event, "description"),
          requiredText(event, "date"),
          textAt(event, "location"),
        ),
      );
      return {
        shipment_id: requiredText(tracking, "shipment_id"),
        tracking_code: requiredText(tracking, "tracking_number"),
        status: latestStatus(events),
        events,
      };
    },

    async cancel(input, native) {
      const cancelled = await native.effect("skydropx_cancel_shipment", {
        tracking_number: await trackingNumber(input, native),
        reason: "Cancelado por el remitente",
      });
      return { shipment_id: requiredText(cancelled, "data.id"), status: "cancelled" };
    },
  }),
};

async function trackingNumber(input: ShipInput, native: NativeCalls): Promise<string> {
  if (input.tracking_code !== undefined) return input.tracking_code;
  const shipment = await native.read("skydropx_get_shipment", { id: shipmentReference(input) });
  return requiredText(shipment, "data.attributes.tracking_number");
}

function getParcels({ packages, declaredValue }: Consignment): JsonObject {
  return {
    parcels: packages.map(({ weight_g, length_cm, width_cm, height_cm }) => ({
      weight: weight_g / 1000,
      length: length_cm,
      width: width_cm,
      height: height_cm,
    })),
    declared_value: toMajorUnits(declaredValue, "MXN"),
  };
}

function toStatus(native: string): ShipmentStatus {
  switch (native) {
    case "CREATED":
      return "created";
    case "PICKED_UP":
    case "POSTED":
      return "posted";
    case "OUT_FOR_DELIVERY":
    case "LAST_MILE":
      return "out_for_delivery";
    case "DELIVERED":
      return "delivered";
    case "IN_RETURN":
    case "RETURNED":
      return "returned";
    case "CANCELLED":
      return "cancelled";
    default:
      return "in_transit";
  }
}
