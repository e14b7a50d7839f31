import type { Translator } from "@codespar/backend/ports";
import type { ShipmentStatus } from "@codespar/contract";
import { bankDateAfter, digitsOnly, fromDayFirst, toMajorUnits } from "@codespar/formats";
import { objectsAt, requiredNumber, requiredText, textAt, valueAt } from "../json/native-json.ts";
import { toConsignment } from "../mappings/shipping/consignment.ts";
import { occurredAt } from "../mappings/shipping/occurred-at.ts";
import { parsePrice } from "../mappings/shipping/parse-price.ts";
import { shipActions, shipmentNotFound, shipmentReference } from "../mappings/shipping/ship-actions.ts";
import { latestStatus, shipEvent } from "../mappings/shipping/ship-event.ts";

/** Kilograms, centimetres, reais as text. Frenet compares and follows parcels; its quotes cannot be bought here. */
export const frenetTranslator: Translator = {
  server: "frenet",
  ship: shipActions("Frenet", {
    async quote(input, native, { now }) {
      const { origin, destination, packages, declaredValue } = toConsignment(input);
      const response = await native.read("frenet_calculate_shipping", {
        SellerCEP: digitsOnly(origin.postal_code),
        RecipientCEP: digitsOnly(destination.postal_code),
        ShipmentInvoiceValue: toMajorUnits(declaredValue, "BRL"),
        ShippingItemArray: packages.map(({ weight_g, length_cm, width_cm, height_cm }) => ({
          Weight: weight_g / 1000,
          Length: length_cm,
          Width: width_cm,
          Height: height_cm,
          Quantity: 1,
        })),
        RecipientCountry: "BR",
      });
      const offered = objectsAt(response, "ShippingSevicesArray").filter(
        // Frenet writes it as a boolean, or as text
        (item) => String(valueAt(item, "Error")) !== "true",
      );
      const quotes = offered.map((item) => {
        const days = requiredNumber(item, "DeliveryTime");
        return {
          service_id: `frenet:${requiredText(item, "ServiceCode")}`,
          carrier: requiredText(item, "Carrier"),
          service: requiredText(item, "ServiceDescription"),
          amount: parsePrice(requiredText(item, "ShippingPrice"), "BRL"),
          currency: "BRL" as const,
          delivery_days: days,
          delivery_date: bankDateAfter(now, days, "BR"),
        };
      });
      return { quotes };
    },

    async track(input, native) {
      const code = shipmentReference(input);
      const response = await native.read("frenet_track_shipment", { TrackingNumber: code });
      if (textAt(response, "ErrorMessage") !== undefined) throw shipmentNotFound(code);
      const events = objectsAt(response, "TrackingEvents").map((event) =>
        shipEvent(
          toStatus(textAt(event, "EventType")),
          requiredText(event, "EventDescription"),
          occurredAt(fromDayFirst(requiredText(event, "EventDateTime")), "BR"),
          textAt(event, "EventLocation"),
        ),
      );
      return { tracking_code: code, status: latestStatus(events), events };
    },
  }),
};

function toStatus(eventType: string | undefined): ShipmentStatus {
  switch (eventType) {
    case "1":
      return "created";
    case "2":
      return "posted";
    case "4":
      return "out_for_delivery";
    case "9":
      return "delivered";
    default:
      return "in_transit";
  }
}
