import type { NativeCalls, Translator } from "@codespar/backend/ports";
import { ProviderRefusal } from "@codespar/backend/ports";
import type { JsonObject, ShipmentStatus } from "@codespar/contract";
import { bankDateAfter, digitsOnly, fromDayFirst } from "@codespar/formats";
import { objectsAt, requiredNumber, requiredText, textAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { type Consignment, numericServiceCode, toConsignment } from "../mappings/shipping/consignment.ts";
import { occurredAt } from "../mappings/shipping/occurred-at.ts";
import { parsePrice } from "../mappings/shipping/parse-price.ts";
import { shipActions, shipmentReference } from "../mappings/shipping/ship-actions.ts";
import { latestStatus, shipEvent } from "../mappings/shipping/ship-event.ts";

/** Counties by code, numbers as text, whole pesos. Transport orders cannot be cancelled. */
export const chilexpressTranslator: Translator = {
  server: "chilexpress",
  ship: shipActions("Chilexpress", {
    async quote(input, native, { now }) {
      const response = await native.read(
        "chilexpress_get_rates",
        await readPackages(toConsignment(input), native),
      );
      const quotes = objectsAt(response, "data.courierServiceOptions").map((option) => {
        const days = requiredNumber(option, "estimatedDeliveryDays");
        return {
          service_id: `chilexpress:${requiredText(option, "serviceTypeCode")}`,
          carrier: "Chilexpress",
          service: requiredText(option, "serviceDescription"),
          amount: parsePrice(requiredText(option, "serviceValue"), "CLP"),
          currency: "CLP" as const,
          delivery_days: days,
          delivery_date: bankDateAfter(now, days, "CL"),
        };
      });
      return { quotes };
    },

    async label(input, native, { operationId }) {
      const consignment = toConsignment(input);
      const { recipient } = consignment;
      const order = await native.effect("chilexpress_create_transport_order", {
        serviceTypeCode: numericServiceCode(input),
        ...(await readPackages(consignment, native)),
        recipient: omitUndefined({
          name: recipient.name,
          phoneNumber: recipient.phone,
          mail: recipient.email,
          address: recipient.address,
        }),
        deliveryReference: operationId,
      });
      const number = requiredText(order, "data.transportOrderNumber");
      const label = await native.read("chilexpress_get_label", { transportOrderNumber: number });
      return {
        shipment_id: number,
        tracking_code: number,
        label_url: requiredText(label, "data.labelUrl"),
        carrier: "Chilexpress",
        amount: parsePrice(requiredText(order, "data.serviceValue"), "CLP"),
        currency: "CLP",
        status: "created",
      };
    },

    async track(input, native) {
      const reference = shipmentReference(input);
      const response = await native.read("chilexpress_track_shipment", { transportOrderNumber: reference });
      const number = requiredText(response, "data.transportOrderData.transportOrderNumber");
      const events = objectsAt(response, "data.trackingEvents").map((event) => {
        const description = requiredText(event, "description");
        const at = `${fromDayFirst(requiredText(event, "eventDate"))} ${requiredText(event, "eventHour")}`;
        return shipEvent(toStatus(description), description, occurredAt(at, "CL"), textAt(event, "location"));
      });
      return { shipment_id: number, tracking_code: number, status: latestStatus(events), events };
    },
  }),
};

async function readPackages(consignment: Consignment, native: NativeCalls): Promise<JsonObject> {
  const { origin, destination, packages, declaredValue } = consignment;
  const [originCountyCode, destinationCountyCode] = await Promise.all([
    readCounty(origin.postal_code, native),
    readCounty(destination.postal_code, native),
  ]);
  return {
    originCountyCode,
    destinationCountyCode,
    packages: packages.map(({ weight_g, length_cm, width_cm, height_cm }) => ({
      weight: String(weight_g / 1000),
      length: String(length_cm),
      width: String(width_cm),
      height: String(height_cm),
    })),
    declaredWorth: String(declaredValue),
  };
}

/** Chilexpress prices by county, so the postal code's county comes first. */
async function readCounty(postalCode: string, native: NativeCalls): Promise<string> {
  const areas = await native.read("chilexpress_list_coverage_areas", {
    postalCode: digitsOnly(postalCode),
  });
  const code = textAt(areas, "data.coverageAreas.0.countyCode");
  if (code !== undefined) return code;
  throw new ProviderRefusal({
    code: "unknown_postal_code",
    message: `Chilexpress serves no county at postal code ${postalCode}.`,
  });
}

function toStatus(description: string): ShipmentStatus {
  switch (description) {
    case "ORDEN DE TRANSPORTE CREADA":
      return "created";
    case "PIEZA RECEPCIONADA":
      return "posted";
    case "PIEZA EN REPARTO":
      return "out_for_delivery";
    case "PIEZA ENTREGADA A DESTINATARIO":
      return "delivered";
    case "PIEZA EN DEVOLUCION":
      return "returned";
    case "ORDEN ANULADA":
      return "cancelled";
    default:
      return "in_transit";
  }
}
