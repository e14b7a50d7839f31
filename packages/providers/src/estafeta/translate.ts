import type { Translator } from "@codespar/backend/ports";
import type { ShipmentStatus } from "@codespar/contract";
import { toMajorUnits } from "@codespar/formats";
import { objectsAt, requiredNumber, requiredText, textAt, valueAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { nativeServiceCode, singleParcel, toConsignment } from "../mappings/shipping/consignment.ts";
import { occurredAt } from "../mappings/shipping/occurred-at.ts";
import { parsePrice } from "../mappings/shipping/parse-price.ts";
import { shipActions, shipmentReference } from "../mappings/shipping/ship-actions.ts";
import { latestStatus, shipEvent } from "../mappings/shipping/ship-event.ts";

/** One parcel, kilograms, centimetres, pesos. */
export const estafetaTranslator: Translator = {
  server: "estafeta",
  ship: shipActions("Estafeta", {
    async quote(input, native) {
      const consignment = toConsignment(input);
      const { weight_g, length_cm, width_cm, height_cm } = singleParcel(consignment);
      const response = await native.read("estafeta_get_rates", {
        Origin: consignment.origin.postal_code,
        Destination: consignment.destination.postal_code,
        PackagingType: "Paquete",
        IsInsurance: consignment.declaredValue > 0,
        ItemValue: toMajorUnits(consignment.declaredValue, "MXN"),
        Dimensions: { Weight: weight_g / 1000, Length: length_cm, Width: width_cm, Height: height_cm },
      });
      const quotes = objectsAt(response, "Quotation.0.Service").map((service) => ({
        service_id: `estafeta:${requiredText(service, "ServiceCode")}`,
        carrier: "Estafeta",
        service: requiredText(service, "ServiceName"),
        amount: parsePrice(requiredNumber(service, "TotalAmount"), "MXN"),
        currency: "MXN" as const,
        delivery_days: requiredNumber(service, "EstimatedDays"),
        delivery_date: requiredText(service, "EstimatedDeliveryDate"),
      }));
      return { quotes };
    },

    async label(input, native, { operationId }) {
      const consignment = toConsignment(input);
      const { origin, destination, recipient, declaredValue } = consignment;
      const { weight_g, length_cm, width_cm, height_cm } = singleParcel(consignment);
      const response = await native.effect("estafeta_create_shipment", {
        labelDefinition: {
          wayBillDocument: { referenceNumber: operationId, content: "Mercancía" },
          itemDescription: { weight: weight_g / 1000, length: length_cm, width: width_cm, height: height_cm },
          serviceConfiguration: {
            serviceTypeId: nativeServiceCode(input),
            isInsurance: declaredValue > 0,
            insurance: { declaredValue: toMajorUnits(declaredValue, "MXN") },
          },
          location: {
            origin: {
              zipCode: origin.postal_code,
              ...omitUndefined({ cityName: origin.city, stateCode: origin.state }),
            },
            destination: {
              zipCode: destination.postal_code,
              ...omitUndefined({
                cityName: destination.city,
                stateCode: destination.state,
                contactName: recipient.name,
                roadName: recipient.address,
              }),
            },
          },
        },
      });
      const guide = valueAt(response, "labelPetitionResult.elements.0");
      const id = requiredText(guide, "wayBill");
      const label = await native.read("estafeta_get_label", { wayBill: id });
      return {
        shipment_id: id,
        tracking_code: requiredText(guide, "trackingCode"),
        label_url: requiredText(label, "labelUrl"),
        carrier: "Estafeta",
        amount: parsePrice(requiredNumber(guide, "totalAmount"), "MXN"),
        currency: "MXN",
        status: "created",
      };
    },

    async track(input, native) {
      const response = await native.read("estafeta_track_shipment", { wayBill: shipmentReference(input) });
      const item = valueAt(response, "items.0");
      const events = objectsAt(item, "status").map((event) =>
        shipEvent(
          toStatus(requiredText(event, "code")),
          requiredText(event, "spanishName"),
          occurredAt(requiredText(event, "localDateTime"), "MX"),
          textAt(event, "warehouseName"),
        ),
      );
      return {
        shipment_id: requiredText(item, "information.waybillCode"),
        tracking_code: requiredText(item, "information.trackingCode"),
        status: latestStatus(events),
        events,
      };
    },

    async cancel(input, native) {
      const response = await native.effect("estafeta_cancel_shipment", { wayBill: shipmentReference(input) });
      return { shipment_id: requiredText(response, "wayBill"), status: "cancelled" };
    },
  }),
};

function toStatus(code: string): ShipmentStatus {
  switch (code) {
    case "GG":
      return "created";
    case "RE":
      return "posted";
    case "PE":
      return "out_for_delivery";
    case "DL":
      return "delivered";
    case "RT":
      return "returned";
    case "CN":
      return "cancelled";
    default:
      return "in_transit";
  }
}
