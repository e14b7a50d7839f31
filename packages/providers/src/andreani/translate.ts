import type { Translator } from "@codespar/backend/ports";
import type { JsonObject, ShipAddress, ShipmentStatus, ShipPackage } from "@codespar/contract";
import { bankDateAfter, toMajorUnits } from "@codespar/formats";
import { objectsAt, requiredNumber, requiredText, textAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { nativeServiceCode, toConsignment } from "../mappings/shipping/consignment.ts";
import { occurredAt } from "../mappings/shipping/occurred-at.ts";
import { parsePrice } from "../mappings/shipping/parse-price.ts";
import { shipActions, shipmentReference } from "../mappings/shipping/ship-actions.ts";
import { latestStatus, shipEvent } from "../mappings/shipping/ship-event.ts";

/** Kilograms, centimetres, pesos as text. The service is the contract's number. */
export const andreaniTranslator: Translator = {
  server: "andreani",
  ship: shipActions("Andreani", {
    async quote(input, native, { now }) {
      const { origin, destination, packages } = toConsignment(input);
      const response = await native.read("andreani_get_rates", {
        cpOrigen: origin.postal_code,
        cpDestino: destination.postal_code,
        bultos: packages.map(readBulto),
      });
      const quotes = objectsAt(response, "tarifas").map((rate) => {
        const days = requiredNumber(rate, "plazoEntregaDiasHabiles");
        return {
          service_id: `andreani:${requiredText(rate, "contrato")}`,
          carrier: "Andreani",
          service: requiredText(rate, "servicio"),
          amount: parsePrice(requiredText(rate, "tarifaConIva.total"), "ARS"),
          currency: "ARS" as const,
          delivery_days: days,
          delivery_date: bankDateAfter(now, days, "AR"),
        };
      });
      return { quotes };
    },

    async label(input, native, { operationId }) {
      const { origin, destination, packages, recipient } = toConsignment(input);
      const order = await native.effect("andreani_create_shipment", {
        contrato: nativeServiceCode(input),
        idPedido: operationId,
        origen: { postal: readPostal(origin) },
        destino: { postal: { ...readPostal(destination), ...omitUndefined({ calle: recipient.address }) } },
        destinatario: [
          omitUndefined({
            nombreCompleto: recipient.name,
            email: recipient.email,
            documentoNumero: recipient.document,
            telefono: recipient.phone,
          }),
        ],
        bultos: packages.map(readBulto),
      });
      const id = requiredText(order, "numeroDeEnvio");
      // a link to the label that is there already: no second effect
      const label = await native.read("andreani_create_label", { numeroDeEnvio: id });
      return {
        shipment_id: id,
        tracking_code: id,
        label_url: requiredText(label, "linking.0.contenido"),
        carrier: "Andreani",
        amount: parsePrice(requiredText(order, "tarifaConIva.total"), "ARS"),
        currency: "ARS",
        status: "created",
      };
    },

    async track(input, native) {
      const response = await native.read("andreani_track_shipment", {
        numeroDeEnvio: shipmentReference(input),
      });
      const id = requiredText(response, "numeroDeEnvio");
      const events = objectsAt(response, "eventos").map((event) => {
        const state = requiredText(event, "Estado");
        return shipEvent(
          toStatus(state),
          state,
          occurredAt(requiredText(event, "Fecha"), "AR"),
          textAt(event, "Sucursal"),
        );
      });
      return { shipment_id: id, tracking_code: id, status: latestStatus(events), events };
    },

    async cancel(input, native) {
      const response = await native.effect("andreani_cancel_shipment", {
        numeroDeEnvio: shipmentReference(input),
      });
      return { shipment_id: requiredText(response, "numeroDeEnvio"), status: "cancelled" };
    },
  }),
};

function readPostal({ postal_code, city, state }: ShipAddress): JsonObject {
  return { codigoPostal: postal_code, ...omitUndefined({ localidad: city, region: state }) };
}

function readBulto({
  weight_g,
  length_cm,
  width_cm,
  height_cm,
  declared_value = 0,
}: ShipPackage): JsonObject {
  return {
    kilos: weight_g / 1000,
    largoCm: length_cm,
    anchoCm: width_cm,
    altoCm: height_cm,
    valorDeclarado: toMajorUnits(declared_value, "ARS"),
  };
}

function toStatus(state: string): ShipmentStatus {
  switch (state) {
    case "Pendiente de ingreso":
      return "created";
    case "Ingreso al circuito operativo":
      return "posted";
    case "En distribución":
      return "out_for_delivery";
    case "Entregado":
      return "delivered";
    case "Devuelto":
      return "returned";
    case "Anulado":
      return "cancelled";
    default:
      return "in_transit";
  }
}
