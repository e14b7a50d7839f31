import type { Translator } from "@codespar/backend/ports";
import type { JsonObject, ShipmentStatus } from "@codespar/contract";
import { bankDateAfter, fromDayFirst, toMajorUnits } from "@codespar/formats";
import { objectsAt, requiredNumber, requiredText, textAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { type Consignment, numericServiceCode, toConsignment } from "../mappings/shipping/consignment.ts";
import { occurredAt } from "../mappings/shipping/occurred-at.ts";
import { parsePrice } from "../mappings/shipping/parse-price.ts";
import { shipActions, shipmentReference } from "../mappings/shipping/ship-actions.ts";
import { latestStatus, shipEvent } from "../mappings/shipping/ship-event.ts";

/** Kilograms, centimetres, pesos. The guide's number is everything: id, label and tracking code. */
export const servientregaTranslator: Translator = {
  server: "servientrega",
  ship: shipActions("Servientrega", {
    async quote(input, native, { now }) {
      const response = await native.read("servientrega_get_rates", readPieces(toConsignment(input)));
      const quotes = objectsAt(response, "Tarifas").map((rate) => {
        const days = requiredNumber(rate, "TiempoEntregaDias");
        return {
          service_id: `servientrega:${requiredText(rate, "IdProducto")}`,
          carrier: "Servientrega",
          service: requiredText(rate, "NomProducto"),
          amount: parsePrice(requiredNumber(rate, "ValorTotal"), "COP"),
          currency: "COP" as const,
          delivery_days: days,
          delivery_date: bankDateAfter(now, days, "CO"),
        };
      });
      return { quotes };
    },

    async label(input, native, { operationId }) {
      const consignment = toConsignment(input);
      const { origin, destination, recipient } = consignment;
      const guide = await native.effect("servientrega_create_guide", {
        IdProducto: numericServiceCode(input),
        ...readPieces(consignment),
        ...omitUndefined({
          Nom_Contacto: recipient.name,
          Des_Direccion: recipient.address,
          Des_Telefono: recipient.phone,
          Num_Documento: recipient.document,
          Des_CiudadOrigen: origin.city,
          Des_CiudadDestino: destination.city,
        }),
        Num_Referencia: operationId,
      });
      const number = requiredText(guide, "NumGui");
      return {
        shipment_id: number,
        tracking_code: number,
        label_url: requiredText(guide, "UrlGuia"),
        carrier: "Servientrega",
        amount: parsePrice(requiredNumber(guide, "ValorTotal"), "COP"),
        currency: "COP",
        status: "created",
      };
    },

    async track(input, native) {
      const response = await native.read("servientrega_track_guide", { NumGui: shipmentReference(input) });
      const number = requiredText(response, "NumGui");
      const events = objectsAt(response, "Mov").map((movement) => {
        const name = requiredText(movement, "NomMov");
        return shipEvent(
          toStatus(name),
          name,
          occurredAt(fromDayFirst(requiredText(movement, "FecMov")), "CO"),
          textAt(movement, "OriMov"),
        );
      });
      return { shipment_id: number, tracking_code: number, status: latestStatus(events), events };
    },

    async cancel(input, native) {
      const guide = await native.effect("servientrega_cancel_guide", { NumGui: shipmentReference(input) });
      return { shipment_id: requiredText(guide, "NumGui"), status: "cancelled" };
    },
  }),
};

function readPieces({ origin, destination, packages, declaredValue }: Consignment): JsonObject {
  return {
    CodigoPostalOrigen: origin.postal_code,
    CodigoPostalDestino: destination.postal_code,
    Piezas: packages.map(({ weight_g, length_cm, width_cm, height_cm }) => ({
      Peso: weight_g / 1000,
      Largo: length_cm,
      Ancho: width_cm,
      Alto: height_cm,
    })),
    ValorDeclarado: toMajorUnits(declaredValue, "COP"),
  };
}

function toStatus(movement: string): ShipmentStatus {
  switch (movement) {
    case "GUIA GENERADA":
      return "created";
    case "RECIBIDO DEL CLIENTE":
      return "posted";
    case "EN ZONA DE DISTRIBUCION":
      return "out_for_delivery";
    case "ENTREGADO":
      return "delivered";
    case "DEVUELTO AL REMITENTE":
      return "returned";
    case "ANULADA":
      return "cancelled";
    default:
      return "in_transit";
  }
}
