import type { JsonObject } from "@codespar/contract";
import {
  formatMajorUnits,
  formatOffsetTimestamp,
  generateUuid,
  MEXICO_CITY,
  randomDigits,
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
import { labelUrl, trackingUrl } from "../engines/shipping/label-url.ts";
import type { Consignment, ServiceQuote } from "../engines/shipping/quote-services.ts";
import { mexicoServices } from "../engines/shipping/services-mexico.ts";
import { type Shipment, shipmentKind } from "../engines/shipping/shipment.ts";
import { isObject, numberAt, valueAt } from "../json/native-json.ts";
import { objectsAt, textAt, textsAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { skydropxTools } from "./tools.ts";

/** Skydropx sells other carriers' services under its own codes; those of Estafeta are unverified. */
const services: readonly CarrierService[] = [
  { ...mexicoServices.estafetaTerrestre, code: "estafeta:terrestre" },
  { ...mexicoServices.estafetaDiaSiguiente, code: "estafeta:dia_siguiente" },
  { ...mexicoServices.fedexEconomy, code: "fedex:fedex_express_saver" },
  { ...mexicoServices.fedexOvernight, code: "fedex:standard_overnight" },
];

const parcelFields = {
  weight: "weight",
  length: "length",
  width: "width",
  height: "height",
  gramsPerUnit: 1000,
};

const PAGE = 10;

/** What was asked, and the rates of it. Kept under the kind `quotation`. */
interface Quotation {
  id: string;
  asked: JsonObject;
  rates: { id: string; code: string }[];
}

/** Skydropx Pro: kilograms, centimetres, pesos as text. A rate of a quotation is bought as a shipment; its label follows. */
export const skydropxSimulation = defineSimulation({
  id: "skydropx",
  tools: skydropxTools,
  handlers: {
    skydropx_get_rates: createQuotation,
    skydropx_get_quotation(args, context) {
      const quotation = context.get<Quotation>("quotation", textAt(args, "id") ?? "");
      return quotation === undefined
        ? new Refusal("not_found", "Cotización no encontrada.")
        : quotationJson(quotation, context, true);
    },
    skydropx_create_shipment: buyRate,
    skydropx_create_label: () =>
      new Refusal("action_not_offered", "La guía viene con el envío: consulta skydropx_get_shipment."),
    skydropx_get_shipment(args, context) {
      const shipment = requireShipment(context, textAt(args, "id"), "MX");
      return shipment instanceof Refusal ? shipment : shipmentJson(shipment, context, true);
    },
    skydropx_list_shipments(args, context) {
      const page = Math.max(1, numberAt(args, "page") ?? 1);
      const shown = context
        .list<Shipment>(shipmentKind)
        .toReversed()
        .slice((page - 1) * PAGE, page * PAGE)
        .map((shipment) => shipmentJson(shipment, context, true));
      return {
        data: shown.map(({ data }) => data),
        included: shown.flatMap(({ included }) => included),
      };
    },
    skydropx_track_shipment(args, context) {
      const shipment = requireShipment(context, textAt(args, "tracking_number"), "MX");
      if (shipment instanceof Refusal || shipment.events.length === 0)
        return new Refusal("not_found", "Este número de guía no cuenta con eventos de rastreo.");
      return {
        data: shipment.events.map(({ status, description, at, place }, index) => ({
          id: `${shipment.id.slice(0, -4)}${String(index).padStart(4, "0")}`,
          type: "tracking_events",
          attributes: {
            description,
            location: place ?? "",
            date: formatOffsetTimestamp(at, MEXICO_CITY).slice(0, 19),
            status: nativeStatus(status),
          },
        })),
      };
    },
    skydropx_list_carriers: () => ({
      data: services.map(({ code, name, carrier }) => ({
        provider_name: code.replace(/:.*$/, ""),
        provider_display_name: carrier,
        provider_service_code: code.replace(/^.*:/, ""),
        provider_service_name: name,
      })),
    }),
    skydropx_cancel_shipment(args, context) {
      const shipment = cancelByCode(context, textAt(args, "shipment_id"), "MX");
      if (shipment instanceof Refusal) return shipment;
      return {
        id: generateUuid(context.random),
        reason: textAt(args, "reason") ?? null,
        status: "approved",
        success: true,
      };
    },
  },
  due: shipmentDue,
});

function createQuotation(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const asked = requireObject(args, "quotation");
  const route = priceRoute(services, toConsignment(asked), context.now);
  if (route instanceof Refusal) return route;
  const wanted = textsAt(asked, "requested_carriers");
  const found = route.quotes.filter(
    ({ service: { code } }) => wanted.length === 0 || wanted.includes(code.replace(/:.*$/, "")),
  );
  const rates = found.map(({ service }) => ({ id: generateUuid(context.random), code: service.code }));
  const quotation: Quotation = { id: generateUuid(context.random), asked, rates };
  context.put("quotation", quotation.id, quotation);
  for (const { id, code } of rates) context.put("rate", id, { quotationId: quotation.id, code });
  // the carriers have not responded yet
  return quotationJson(quotation, context, false);
}

function buyRate(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const asked = requireObject(args, "shipment");
  const rateId = textAt(asked, "rate_id") ?? "";
  const rate = context.get<{ quotationId: string; code: string }>("rate", rateId);
  const quotation = rate && context.get<Quotation>("quotation", rate.quotationId);
  if (rate === undefined || quotation === undefined)
    return new Refusal("rate_not_found", "La tarifa no existe.", "rate_id");
  const shipment = makeLabel(context, {
    services,
    code: rate.code,
    consignment: toConsignment(quotation.asked),
    recipient: {
      name: textAt(asked, "address_to.name"),
      phone: textAt(asked, "address_to.phone"),
      email: textAt(asked, "address_to.email"),
      address: textAt(asked, "address_to.street1"),
    },
    id: generateUuid(context.random),
    number: randomDigits(context.random, 12),
  });
  if (shipment instanceof Refusal) return shipment;
  context.put("order", shipment.id, { asked, quoted: quotation.asked });
  // the label is made after the response
  return shipmentJson(shipment, context, false);
}

/** What protection costs is not documented: a declared value changes no price. */
function toConsignment(quotation: JsonObject): Consignment {
  return {
    country: "MX",
    from: textAt(quotation, "address_from.postal_code") ?? "",
    to: textAt(quotation, "address_to.postal_code") ?? "",
    parcels: readParcels(objectsAt(quotation, "parcels"), parcelFields),
  };
}

function quotationJson(quotation: Quotation, context: CallContext, isCompleted: boolean): JsonObject {
  const route = priceRoute(services, toConsignment(quotation.asked), context.now);
  const quotes = route instanceof Refusal ? [] : route.quotes;
  const wanted = textsAt(quotation.asked, "requested_carriers");
  return {
    id: quotation.id,
    is_completed: isCompleted,
    quotation_scope: {
      carriers_scoped_to: wanted.length === 0 ? "ALL_AVAILABLE" : "PARTIALLY_SELECTED_CARRIERS",
    },
    rates: quotation.rates.flatMap(({ id, code }) => {
      const quote = quotes.find(({ service }) => service.code === code);
      return quote === undefined ? [] : [rateJson(id, quote, isCompleted)];
    }),
    packages: objectsAt(quotation.asked, "parcels").map((parcel, index) => ({
      package_number: index + 1,
      weight: toDecimal(parcel, "weight"),
      length: toDecimal(parcel, "length"),
      width: toDecimal(parcel, "width"),
      height: toDecimal(parcel, "height"),
      overweight: false,
    })),
  };
}

function rateJson(id: string, { service, amount, days }: ServiceQuote, isCompleted: boolean): JsonObject {
  const [provider = "", code = ""] = service.code.split(":");
  const price = isCompleted ? formatMajorUnits(amount, "MXN") : null;
  return {
    id,
    success: isCompleted,
    rate_type: null,
    country_code: "mx",
    provider_name: provider,
    provider_display_name: service.carrier,
    provider_service_name: service.name,
    provider_service_code: code,
    status: isCompleted ? "price_found_internal" : "pending",
    currency_code: isCompleted ? "MXN" : null,
    cost: null,
    amount: price,
    total: price,
    days: isCompleted ? days : null,
    insurable: true,
    has_own_agreement: false,
    own_agreement_amount: null,
    extra_fees: [],
    error_messages: null,
    zone: null,
    plan_type: null,
    packaging_type: "Package",
  };
}

/** A shipment as JSON:API. Before its label is made it has neither number nor label. */
export function shipmentJson(
  shipment: Shipment,
  context: SimulationContext,
  isLabelled: boolean,
): { data: JsonObject; included: JsonObject[] } {
  const order = context.get<{ asked: JsonObject; quoted: JsonObject }>("order", shipment.id);
  const { asked = {}, quoted = {} } = order ?? {};
  const createdAt = new Date(shipment.createdAt).toISOString();
  const updatedAt = new Date(shipment.events.at(-1)?.at ?? shipment.createdAt).toISOString();
  const self = { shipment: { data: { id: shipment.id, type: "shipments" } } };
  const packages = objectsAt(quoted, "parcels").map((parcel, index) => {
    const sent = objectsAt(asked, "packages")[index] ?? {};
    const id = packageId(shipment, index);
    return {
      id,
      type: "packages",
      attributes: {
        id,
        package_type: textAt(sent, "package_type") ?? null,
        weight: toDecimal(parcel, "weight"),
        length: toDecimal(parcel, "length"),
        width: toDecimal(parcel, "width"),
        height: toDecimal(parcel, "height"),
        consignment_note: textAt(sent, "consignment_note") ?? null,
        tracking_url_provider: isLabelled ? trackingUrl(context, shipment.id) : null,
        tracking_status: isLabelled ? nativeStatus(shipment.status) : null,
        tracking_number: isLabelled ? shipment.number : null,
        label_url: isLabelled ? labelUrl(context, shipment.id) : null,
        created_at: createdAt,
        updated_at: updatedAt,
      },
      relationships: self,
    };
  });
  const addresses = (["from", "to"] as const).map((end) => addressJson(shipment, asked, quoted, end, self));
  const attributes: JsonObject = {
    id: shipment.id,
    carrier_name: shipment.serviceCode.replace(/:.*$/, ""),
    workflow_status: getWorkflow(shipment, isLabelled),
    payment_status: "paid",
    total: formatMajorUnits(shipment.amount, "MXN"),
    source: "api",
    carrier_id: null,
    service_id: null,
    master_tracking_number: isLabelled ? shipment.number : null,
    created_at: createdAt,
    updated_at: updatedAt,
  };
  const [from, to] = addresses;
  const relationships: JsonObject = {
    packages: { data: packages.map(({ id, type }) => ({ id, type })) },
    address_from: { data: { id: from?.id ?? "", type: "addresses" } },
    address_to: { data: { id: to?.id ?? "", type: "addresses" } },
  };
  return {
    data: { id: shipment.id, type: "shipments", attributes, relationships },
    included: [...packages, ...addresses],
  };
}

function addressJson(
  shipment: Shipment,
  asked: JsonObject,
  quoted: JsonObject,
  end: "from" | "to",
  relationships: JsonObject,
): JsonObject {
  const id = `${shipment.id.slice(0, -2)}${end === "from" ? "a0" : "a1"}`;
  const name = `address_${end}`;
  const area = valueAt(quoted, name);
  const contact = valueAt(asked, name);
  return {
    id,
    type: "addresses",
    attributes: {
      id,
      ...(isObject(area) ? area : {}),
      address_type: end,
      ...(isObject(contact) ? contact : {}),
      reference: textAt(asked, `${name}.reference`) ?? null,
      apartment_number: null,
    },
    relationships,
  };
}

/** The id of one of a shipment's packages. */
export function packageId(shipment: Pick<Shipment, "id">, index: number): string {
  return `${shipment.id.slice(0, -2)}${String(index).padStart(2, "0")}`;
}

/** The word for a cancelled shipment is unverified. */
function getWorkflow({ status }: Shipment, isLabelled: boolean): string {
  if (status === "cancelled") return "cancelled";
  return isLabelled ? "success" : "pending";
}

/** Skydropx's words for where a parcel is; `last_mile` and `delivered` are documented, the others are guesses. */
export function nativeStatus(status: Shipment["status"]): string {
  const words: Partial<Record<Shipment["status"], string>> = {
    posted: "picked_up",
    out_for_delivery: "last_mile",
    returned: "in_return",
  };
  return words[status] ?? status;
}

function toDecimal(parcel: JsonObject, field: string): string {
  const value = numberAt(parcel, field) ?? 0;
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

function requireObject(args: JsonObject, field: string): JsonObject {
  const value = valueAt(args, field);
  return isObject(value) ? value : {};
}
