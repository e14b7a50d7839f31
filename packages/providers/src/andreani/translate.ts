import type { Translator } from "@codespar/backend/ports";
import type { JsonObject, ShipAddress, ShipmentStatus, ShipPackage } from "@codespar/contract";
import { bankDateAfter, toMajorUnits } from "@codespar/formats";
import { compact } from "../json/compact.ts";
import { objectsAt, requiredNumber, requiredText, textAt } from "../json/native-json.ts";
import { consignmentOf, nativeServiceCode } from "../mappings/shipping/consignment.ts";
import { occurredAt } from "../mappings/shipping/occurred-at.ts";
import { parsePrice } from "../mappings/shipping/parse-price.ts";
import { shipActions, shipmentReference } from "../mappings/shipping/ship-actions.ts";
import { latestStatus, shipEvent } from "../mappings/shipping/ship-event.ts";

/** Kilograms, centimetres, pesos as text. The service is the contract's number. */
export const andreaniTranslator: Translator = {
  server: "andreani",
  ship: shipActions("Andreani", {
    async quote(input, native, { now }) {
      const { origin, destination, packages } = consignmentOf(input);
      const answer = await native.read("andreani_get_rates", {
        cpOrigen: origin.postal_code,
        cpDestino: destination.postal_code,
        bultos: packages.map(bultoOf),
      });
      const quotes = objectsAt(answer, "tarifas").map((rate) => {
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
      const { origin, destination, packages, recipient } = consignmentOf(input);
      const order = await native.effect("andreani_create_shipment", {
        contrato: nativeServiceCode(input),
        idPedido: operationId,
        origen: { postal: postalOf(origin) },
        destino: { postal: { ...postalOf(destination), ...compact({ calle: recipient.address }) } },
        destinatario: [
          compact({
            nombreCompleto: recipient.name,
            email: recipient.email,
            documentoNumero: recipient.document,
            telefono: recipient.phone,
          }),
        ],
        bultos: packages.map(bultoOf),
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
      const answer = await native.read("andreani_track_shipment", {
        numeroDeEnvio: shipmentReference(input),
      });
      const id = requiredText(answer, "numeroDeEnvio");
      const events = objectsAt(answer, "eventos").map((event) => {
        const state = requiredText(event, "Estado");
        return shipEvent(
          statusOf(state),
          state,
          occurredAt(requiredText(event, "Fecha"), "AR"),
          textAt(event, "Sucursal"),
        );
      });
      return { shipment_id: id, tracking_code: id, status: latestStatus(events), events };
    },

    async cancel(input, native) {
      const answer = await native.effect("andreani_cancel_shipment", {
        numeroDeEnvio: shipmentReference(input),
      });
      return { shipment_id: requiredText(answer, "numeroDeEnvio"), status: "cancelled" };
    },
  }),
};

function postalOf({ postal_code, city, state }: ShipAddress): JsonObject {
  return { codigoPostal: postal_code, ...compact({ localidad: city, region: state }) };
}

function bultoOf({ weight_g, length_cm, width_cm, height_cm, declared_value = 0 }: ShipPackage): JsonObject {
  return {
    kilos: weight_g / 1000,
    largoCm: length_cm,
    anchoCm: width_cm,
    altoCm: height_cm,
    valorDeclarado: toMajorUnits(declared_value, "ARS"),
  };
}

function statusOf(state: string): ShipmentStatus {
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
