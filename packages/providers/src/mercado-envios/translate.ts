import type { Translator } from "@codespar/backend/ports";
import { ProviderRefusal } from "@codespar/backend/ports";
import type { Country, Currency, Json, ShipmentStatus } from "@codespar/contract";
import { toMajorUnits } from "@codespar/formats";
import { objectsAt, requiredNumber, requiredText, textAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import {
  type Consignment,
  numericServiceCode,
  singleParcel,
  toConsignment,
} from "../mappings/shipping/consignment.ts";
import { parsePrice } from "../mappings/shipping/parse-price.ts";
import { shipActions, shipmentReference } from "../mappings/shipping/ship-actions.ts";
import { latestStatus, shipEvent } from "../mappings/shipping/ship-event.ts";

const sites: Readonly<Partial<Record<Country, { id: string; currency: Currency }>>> = {
  BR: { id: "MLB", currency: "BRL" },
  AR: { id: "MLA", currency: "ARS" },
  MX: { id: "MLM", currency: "MXN" },
};

/** One box, `HxWxL,grams`; major units of the site's currency. It has no call to cancel. */
export const mercadoEnviosTranslator: Translator = {
  server: "mercado-envios",
  ship: shipActions("Mercado Envios", {
    async quote(input, native) {
      const consignment = toConsignment(input);
      const { site, dimensions, declared } = readBox(consignment);
      const response = await native.read("mercado_envios_get_shipping_options", {
        site_id: site.id,
        zip_code_from: postalCode(consignment.origin.postal_code),
        zip_code: postalCode(consignment.destination.postal_code),
        dimensions,
        item_price: declared,
      });
      const quotes = objectsAt(response, "options").map((option) => ({
        service_id: `mercado-envios:${requiredText(option, "shipping_method_id")}`,
        carrier: "Mercado Envios",
        service: requiredText(option, "name"),
        amount: parsePrice(requiredNumber(option, "cost"), site.currency),
        currency: site.currency,
        delivery_days: requiredNumber(option, "estimated_delivery_time.shipping"),
        delivery_date: requiredText(option, "estimated_delivery_time.date").slice(0, 10),
      }));
      return { quotes };
    },

    async label(input, native, { operationId }) {
      const consignment = toConsignment(input);
      const { origin, destination, recipient } = consignment;
      const { site, dimensions, declared } = readBox(consignment);
      const shipment = await native.effect("mercado_envios_create_shipment", {
        site_id: site.id,
        shipping_method_id: numericServiceCode(input),
        dimensions,
        sender_address: {
          zip_code: postalCode(origin.postal_code),
          ...omitUndefined({ city: origin.city, state: origin.state }),
        },
        receiver_address: {
          zip_code: postalCode(destination.postal_code),
          ...omitUndefined({
            city: destination.city,
            state: destination.state,
            address_line: recipient.address,
            receiver_name: recipient.name,
            receiver_phone: recipient.phone,
          }),
        },
        declared_value: declared,
        external_reference: operationId,
      });
      const id = requiredText(shipment, "id");
      const label = await native.read("mercado_envios_get_label", { shipment_id: id });
      return {
        shipment_id: id,
        tracking_code: requiredText(shipment, "tracking_number"),
        label_url: requiredText(label, "url"),
        carrier: "Mercado Envios",
        amount: parsePrice(requiredNumber(shipment, "base_cost"), site.currency),
        currency: site.currency,
        status: "created",
      };
    },

    async track(input, native) {
      const response = await native.read("mercado_envios_track_shipment", {
        shipment_id: shipmentReference(input),
      });
      const events = objectsAt(response, "history").map((event) =>
        shipEvent(
          toStatus(event),
          textAt(event, "description") ?? requiredText(event, "status"),
          requiredText(event, "date"),
          textAt(event, "location"),
        ),
      );
      return {
        shipment_id: requiredText(response, "id"),
        tracking_code: requiredText(response, "tracking_number"),
        status: latestStatus(events),
        events,
      };
    },
  }),
};

function readBox(consignment: Consignment) {
  const site = sites[consignment.country];
  if (site === undefined) {
    throw new ProviderRefusal({
      code: "country_not_served",
      message: `Mercado Envios ships in BR, AR and MX, not in ${consignment.country}.`,
    });
  }
  const { weight_g, length_cm, width_cm, height_cm } = singleParcel(consignment);
  return {
    site,
    dimensions: `${height_cm}x${width_cm}x${length_cm},${Math.ceil(weight_g)}`,
    declared: toMajorUnits(consignment.declaredValue, site.currency),
  };
}

function postalCode(written: string): string {
  return written.replace(/[^0-9A-Za-z]/g, "");
}

function toStatus(event: Json): ShipmentStatus {
  switch (textAt(event, "status")) {
    case "shipped":
      if (textAt(event, "substatus") === "picked_up") return "posted";
      return textAt(event, "substatus") === "out_for_delivery" ? "out_for_delivery" : "in_transit";
    case "delivered":
      return "delivered";
    case "not_delivered":
      return "returned";
    case "cancelled":
      return "cancelled";
    default:
      return "created";
  }
}
