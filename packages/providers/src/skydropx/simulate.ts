import type { JsonObject } from "@codespar/contract";
import {
  formatMajorUnits,
  formatOffsetTimestamp,
  randomDigits,
  randomNumberText,
  toMinorUnits,
  UTC_OFFSET_MINUTES,
} from "@codespar/formats";
import { shipmentDue } from "../engines/shipping/advance-shipment.ts";
import {
  cancelByCode,
  makeLabel,
  priceRoute,
  readParcels,
  requireShipment,
} from "../engines/shipping/carrier-desk.ts";
import type { CarrierService } from "../engines/shipping/carrier-service.ts";
import { labelLink } from "../engines/shipping/label-link.ts";
import type { Consignment, ServiceQuote } from "../engines/shipping/quote-services.ts";
import { mexicoServices } from "../engines/shipping/services-mexico.ts";
import { type Shipment, shipmentKind } from "../engines/shipping/shipment.ts";
import { numberAt, objectsAt, textAt } from "../json/read-arguments.ts";
import { list, nativeInput, number, object, oneOf, text } from "../simulation/native-input.ts";
import { type CallContext, defineServer, Refusal } from "../simulation/provider-definition.ts";

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

const parcel = object(
  { weight: number("kg"), length: number("cm"), width: number("cm"), height: number("cm") },
  "weight",
  "length",
  "width",
  "height",
);
const party = object(
  {
    name: text(),
    zip: text(),
    city: text(),
    province: text(),
    country: text("MX"),
    address1: text(),
    phone: text(),
    email: text(),
  },
  "zip",
);
const id = { id: text() };

/** Skydropx: kilograms, centimetres, pesos as text, JSON:API answers. A shipment has rates; buying one makes the label. */
export const skydropx = defineServer({
  id: "skydropx",
  due: shipmentDue,
  tools: {
    skydropx_get_rates: {
      description: "Compares the carriers' rates between two Mexican postal codes.",
      input: nativeInput(
        { zip_from: text(), zip_to: text(), parcels: list(parcel), declared_value: number("Pesos") },
        "zip_from",
        "zip_to",
        "parcels",
      ),
      handle(args, context) {
        const route = priceRoute(services, consignmentOf(args, "zip_from", "zip_to"), context.now);
        if (route instanceof Refusal) return route;
        return { data: route.quotes.map(rateJson) };
      },
    },
    skydropx_create_shipment: {
      description: "Creates a shipment and answers with the rates that a label can be bought at.",
      input: nativeInput(
        {
          address_from: party,
          address_to: party,
          parcels: list(parcel),
          declared_value: number("Pesos"),
          reference: text(),
        },
        "address_from",
        "address_to",
        "parcels",
      ),
      handle: createDraft,
    },
    skydropx_create_label: {
      description: "Buys the label of one of a shipment's rates.",
      input: nativeInput({ rate_id: text(), label_format: oneOf("pdf", "zpl") }, "rate_id"),
      handle: createLabel,
    },
    skydropx_get_shipment: {
      description: "Gets a shipment with its label.",
      input: nativeInput(id, "id"),
      handle(args, context) {
        const shipment = requireShipment(context, textAt(args, "id"), "MX");
        if (shipment instanceof Refusal) return shipment;
        return {
          data: { id: shipment.id, type: "shipments", attributes: attributesOf(shipment) },
          included: [labelJson(shipment)],
        };
      },
    },
    skydropx_list_shipments: {
      description: "Lists the shipments that have a label.",
      input: nativeInput({ page: number() }),
      handle: (_args, context) => ({
        data: context
          .list<Shipment>(shipmentKind)
          .map((shipment) => ({ id: shipment.id, type: "shipments", attributes: attributesOf(shipment) })),
      }),
    },
    skydropx_track_shipment: {
      description: "Tells the movements of a parcel by its tracking number.",
      input: nativeInput({ tracking_number: text(), carrier_name: text() }, "tracking_number"),
      handle(args, context) {
        const shipment = requireShipment(context, textAt(args, "tracking_number"), "MX");
        if (shipment instanceof Refusal) return shipment;
        return { data: { id: shipment.id, type: "trackings", attributes: trackingJson(shipment) } };
      },
    },
    skydropx_list_carriers: {
      description: "Lists the carriers and service levels.",
      input: nativeInput({}),
      handle: () => ({
        data: services.map(({ code, name, carrier }) => ({
          provider: carrier.toUpperCase(),
          service_level_code: code,
          service_level_name: name,
        })),
      }),
    },
    skydropx_cancel_shipment: {
      description: "Asks to cancel a label that was not used.",
      input: nativeInput({ tracking_number: text(), reason: text() }, "tracking_number"),
      handle(args, context) {
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
  },
});

function createDraft(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const consignment = consignmentOf(args, "address_from.zip", "address_to.zip");
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
  return shipment instanceof Refusal ? shipment : { data: labelJson(shipment) };
}

function consignmentOf(args: JsonObject, from: string, to: string): Consignment {
  return {
    country: "MX",
    from: textAt(args, from) ?? "",
    to: textAt(args, to) ?? "",
    parcels: readParcels(
      objectsAt(args, "parcels"),
      parcelFields,
      toMinorUnits(numberAt(args, "declared_value") ?? 0, "MXN"),
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

function attributesOf(shipment: Shipment): JsonObject {
  return {
    status: shipment.status === "cancelled" ? "CANCELLED" : "SUCCESS",
    created_at: localTime(shipment.createdAt),
    tracking_number: shipment.number,
  };
}

function labelJson(shipment: Shipment): JsonObject {
  return {
    id: shipment.id,
    type: "labels",
    attributes: {
      shipment_id: shipment.id,
      tracking_number: shipment.number,
      tracking_status: shipment.status.toUpperCase(),
      label_url: labelLink("skydropx", shipment.id),
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
  return formatOffsetTimestamp(at, UTC_OFFSET_MINUTES.MX);
}
