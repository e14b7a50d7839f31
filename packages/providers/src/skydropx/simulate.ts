import type { JsonObject } from "@codespar/contract";
import {
  formatMajorUnits,
  formatOffsetTimestamp,
  MEXICO_CITY,
  randomDigits,
  randomNumberText,
} from "@codespar/formats";
import { shipmentDue } from "../engines/shipping/advance-shipment.ts";
import {
  cancelByCode,
  makeLabel,
  priceRoute,
  readParcels,
  requireShipment,
} from "../engines/shipping/carrier-operations.ts";
import type { CarrierService } from "../engines/shipping/carrier-service.ts";
import { labelUrl } from "../engines/shipping/label-url.ts";
import type { Consignment, ServiceQuote } from "../engines/shipping/quote-services.ts";
import { mexicoServices } from "../engines/shipping/services-mexico.ts";
import { type Shipment, shipmentKind } from "../engines/shipping/shipment.ts";
import { amountAt } from "../json/native-json.ts";
import { objectsAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { skydropxTools } from "./tools.ts";

/** Skydropx sells other carriers' services under its own codes. */
const services: readonly CarrierService[] = [
  { ...mexicoServices.estafetaTerrestre, code: "estafeta_terrestre" },
  { ...mexicoServices.estafetaDiaSiguiente, code: "estafeta_dia_siguiente" },
  mexicoServices.fedexEconomy,
  mexicoServices.fedexOvernight,
];

const parcelFields = {
  weight: "weight",
  length: "length",
  width: "width",
  height: "height",
  gramsPerUnit: 1000,
};

/** A shipment before its label: the rates to choose from. Kept under the kind `draft`, and by rate under `rate`. */
interface Draft {
  id: string;
  consignment: Consignment;
  recipient: string | undefined;
}

/** Skydropx: kilograms, centimetres, pesos as text, JSON:API responses. A shipment has rates; buying one makes the label. */
export const skydropxSimulation = defineSimulation({
  id: "skydropx",
  tools: skydropxTools,
  handlers: {
    skydropx_get_rates(args, context) {
      const route = priceRoute(services, toConsignment(args, "zip_from", "zip_to"), context.now);
      if (route instanceof Refusal) return route;
      return { data: route.quotes.map(rateJson) };
    },
    skydropx_create_shipment: createDraft,
    skydropx_create_label: createLabel,
    skydropx_get_shipment(args, context) {
      const shipment = requireShipment(context, textAt(args, "id"), "MX");
      if (shipment instanceof Refusal) return shipment;
      return {
        data: { id: shipment.id, type: "shipments", attributes: readAttributes(shipment) },
        included: [labelJson(shipment, context)],
      };
    },
    skydropx_list_shipments: (_args, context) => ({
      data: context
        .list<Shipment>(shipmentKind)
        .map((shipment) => ({ id: shipment.id, type: "shipments", attributes: readAttributes(shipment) })),
    }),
    skydropx_track_shipment(args, context) {
      const shipment = requireShipment(context, textAt(args, "tracking_number"), "MX");
      if (shipment instanceof Refusal) return shipment;
      return { data: { id: shipment.id, type: "trackings", attributes: trackingJson(shipment) } };
    },
    skydropx_list_carriers: () => ({
      data: services.map(({ code, name, carrier }) => ({
        provider: carrier.toUpperCase(),
        service_level_code: code,
        service_level_name: name,
      })),
    }),
    skydropx_cancel_shipment(args, context) {
      const shipment = cancelByCode(context, textAt(args, "tracking_number"), "MX");
      if (shipment instanceof Refusal) return shipment;
      return {
        data: {
          id: shipment.id,
          type: "cancel_label_requests",
          attributes: { status: "approved", tracking_number: shipment.number },
        },
      };
    },
  },
  due: shipmentDue,
});

function createDraft(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const consignment = toConsignment(args, "address_from.zip", "address_to.zip");
  const route = priceRoute(services, consignment, context.now);
  if (route instanceof Refusal) return route;
  const draft: Draft = {
    id: randomNumberText(context.random, 9),
    consignment,
    recipient: textAt(args, "address_to.name"),
  };
  context.put("draft", draft.id, draft);
  const rates = route.quotes.map((quote): JsonObject => {
    const rateId = randomNumberText(context.random, 10);
    context.put("rate", rateId, { draftId: draft.id, code: quote.service.code });
    return { id: rateId, type: "rates", attributes: rateJson(quote) };
  });
  return { data: { id: draft.id, type: "shipments", attributes: { status: "WAITING" } }, included: rates };
}

function createLabel(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const rate = context.get<{ draftId: string; code: string }>("rate", textAt(args, "rate_id") ?? "");
  const draft = rate === undefined ? undefined : context.get<Draft>("draft", rate.draftId);
  if (rate === undefined || draft === undefined || context.get(shipmentKind, draft.id) !== undefined) {
    return new Refusal("rate_not_found", "La tarifa no existe o ya fue usada.", "404");
  }
  const shipment = makeLabel(context, {
    services,
    code: rate.code,
    consignment: draft.consignment,
    recipient: { name: draft.recipient },
    id: draft.id,
    number: randomDigits(context.random, 12),
  });
  return shipment instanceof Refusal ? shipment : { data: labelJson(shipment, context) };
}

function toConsignment(args: JsonObject, from: string, to: string): Consignment {
  return {
    country: "MX",
    from: textAt(args, from) ?? "",
    to: textAt(args, to) ?? "",
    parcels: readParcels(
      objectsAt(args, "parcels"),
      parcelFields,
      amountAt(args, "declared_value", "MXN") ?? 0,
    ),
  };
}

function rateJson({ service, amount, days }: ServiceQuote): JsonObject {
  return {
    provider: service.carrier.toUpperCase(),
    service_level_name: service.name,
    service_level_code: service.code,
    amount_local: formatMajorUnits(amount, "MXN"),
    total_pricing: formatMajorUnits(amount, "MXN"),
    currency_local: "MXN",
    days,
  };
}

function readAttributes(shipment: Shipment): JsonObject {
  return {
    status: shipment.status === "cancelled" ? "CANCELLED" : "SUCCESS",
    created_at: localTime(shipment.createdAt),
    tracking_number: shipment.number,
  };
}

function labelJson(shipment: Shipment, context: CallContext): JsonObject {
  return {
    id: shipment.id,
    type: "labels",
    attributes: {
      shipment_id: shipment.id,
      tracking_number: shipment.number,
      tracking_status: shipment.status.toUpperCase(),
      label_url: labelUrl(context, shipment.id),
      provider: shipment.carrier.toUpperCase(),
      carrier_name: shipment.carrier,
      total_pricing: formatMajorUnits(shipment.amount, "MXN"),
    },
  };
}

function trackingJson(shipment: Shipment): JsonObject {
  return {
    tracking_number: shipment.number,
    shipment_id: shipment.id,
    carrier_name: shipment.carrier,
    status: shipment.status.toUpperCase(),
    tracking_events: shipment.events.map(({ status, description, at, place }) => ({
      status: status.toUpperCase(),
      description,
      date: localTime(at),
      location: place ?? null,
    })),
  };
}

function localTime(at: number): string {
  return formatOffsetTimestamp(at, MEXICO_CITY);
}
