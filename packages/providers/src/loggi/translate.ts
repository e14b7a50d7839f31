import type { NativeCalls, Translator } from "@codespar/backend/ports";
import type { JsonObject, ShipAddress, ShipInput, ShipmentStatus } from "@codespar/contract";
import { bankDateAfter, digitsOnly } from "@codespar/formats";
import { objectsAt, requiredNumber, requiredText, textAt, valueAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { type Consignment, nativeServiceCode, toConsignment } from "../mappings/shipping/consignment.ts";
import { shipActions, shipmentReference } from "../mappings/shipping/ship-actions.ts";
import { latestStatus, shipEvent } from "../mappings/shipping/ship-event.ts";

/** Grams, whole centimetres, money in units and nanos. */
export const loggiTranslator: Translator = {
  server: "loggi",
  ship: shipActions("Loggi", {
    async quote(input, native, { now }) {
      const response = await native.read("loggi_calculate_shipping", readPackages(toConsignment(input)));
      const quotes = objectsAt(response, "packagesQuotations.0.quotations").map((quotation) => {
        const days = requiredNumber(quotation, "sloInDays");
        return {
          service_id: `loggi:${requiredText(quotation, "freightType")}`,
          carrier: "Loggi",
          service: requiredText(quotation, "freightTypeLabel"),
          amount: centavos(quotation),
          currency: "BRL" as const,
          delivery_days: days,
          delivery_date: bankDateAfter(now, days, "BR"),
        };
      });
      return { quotes };
    },

    async label(input, native, { operationId }) {
      const consignment = toConsignment(input);
      const { recipient } = consignment;
      const created = await native.effect("loggi_create_shipment", {
        ...readPackages(consignment),
        freightType: nativeServiceCode(input),
        recipient: omitUndefined({
          name: recipient.name,
          federalTaxId: recipient.document,
          phoneNumber: recipient.phone,
          email: recipient.email,
        }),
        externalId: operationId,
      });
      const shipment = valueAt(created, "packages.0");
      const id = requiredText(shipment, "loggiKey");
      const label = await native.read("loggi_get_label", { loggiKeys: [id], layout: "LABEL_LAYOUT_A6" });
      return {
        shipment_id: id,
        tracking_code: requiredText(shipment, "trackingCode"),
        label_url: requiredText(label, "success.0.labelUrl"),
        carrier: "Loggi",
        amount: centavos(shipment),
        currency: "BRL",
        status: "created",
      };
    },

    async track(input, native) {
      const tracked = valueAt(await tracking(input, native), "packages.0");
      const events = objectsAt(tracked, "trackingHistory").map((event) =>
        shipEvent(
          toStatus(requiredText(event, "highLevelStatus")),
          requiredText(event, "description"),
          requiredText(event, "updatedTime"),
          textAt(event, "location"),
        ),
      );
      return {
        shipment_id: requiredText(tracked, "loggiKey"),
        tracking_code: requiredText(tracked, "trackingCode"),
        status: latestStatus(events),
        events,
      };
    },

    async cancel(input, native) {
      const id = input.shipment_id ?? requiredText(await tracking(input, native), "packages.0.loggiKey");
      await native.effect("loggi_cancel_shipment", { loggiKeys: [id] });
      return { shipment_id: id, status: "cancelled" };
    },
  }),
};

function tracking(input: ShipInput, native: NativeCalls): Promise<JsonObject> {
  const reference = shipmentReference(input);
  const key = input.tracking_code === undefined ? "loggiKey" : "trackingCode";
  return native.read("loggi_track_shipment", { [key]: reference });
}

function readPackages({ origin, destination, packages, recipient }: Consignment): JsonObject {
  return {
    shipFrom: getEnd(origin),
    shipTo: getEnd(destination, recipient.address),
    packages: packages.map(({ weight_g, length_cm, width_cm, height_cm, declared_value = 0 }) => ({
      weightG: Math.ceil(weight_g),
      lengthCm: Math.ceil(length_cm),
      widthCm: Math.ceil(width_cm),
      heightCm: Math.ceil(height_cm),
      goodsValue: {
        currencyCode: "BRL",
        units: String(Math.floor(declared_value / 100)),
        nanos: (declared_value % 100) * 10_000_000,
      },
    })),
  };
}

function getEnd({ postal_code, city, state }: ShipAddress, logradouro?: string): JsonObject {
  return {
    correiosAddress: {
      cep: digitsOnly(postal_code),
      ...omitUndefined({ cidade: city, uf: state, logradouro }),
    },
  };
}

function centavos(priced: ReturnType<typeof valueAt>): number {
  const units = requiredNumber(priced, "price.totalAmount.units");
  return units * 100 + Math.round(requiredNumber(priced, "price.totalAmount.nanos") / 10_000_000);
}

function toStatus(native: string): ShipmentStatus {
  switch (native) {
    case "STATUS_ADDED":
      return "created";
    case "STATUS_COLLECTED":
      return "posted";
    case "STATUS_IN_ROUTE":
      return "out_for_delivery";
    case "STATUS_DELIVERED":
      return "delivered";
    case "STATUS_RETURNED":
      return "returned";
    case "STATUS_CANCELED":
      return "cancelled";
    default:
      return "in_transit";
  }
}
