import type { Country, JsonObject, ShipmentStatus } from "@codespar/contract";
import {
  COUNTRIES,
  formatMillisecondTimestamp,
  randomNumberText,
  randomUpperAlphanumerics,
  startOfDate,
  toMajorUnits,
} from "@codespar/formats";
import { shipmentDue } from "../engines/shipping/advance-shipment.ts";
import { makeLabel, priceRoute, requireShipment } from "../engines/shipping/carrier-operations.ts";
import { labelUrl } from "../engines/shipping/label-url.ts";
import type { Consignment } from "../engines/shipping/quote-services.ts";
import { mercadoEnviosServices } from "../engines/shipping/services-mercado-envios.ts";
import type { Shipment } from "../engines/shipping/shipment.ts";
import { amountAt } from "../json/native-json.ts";
import { textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { mercadoEnviosTools } from "./tools.ts";

const countryOfSite: Readonly<Record<string, Country>> = { MLB: "BR", MLA: "AR", MLM: "MX" };

const siteOfCountry: Readonly<Partial<Record<Country, string>>> = { BR: "MLB", AR: "MLA", MX: "MLM" };

/** Mercado Envios keeps few statuses and shows the rest by substatus. */
const statuses: Readonly<Record<ShipmentStatus, { status: string; substatus: string | null }>> = {
  created: { status: "ready_to_ship", substatus: "ready_to_print" },
  posted: { status: "shipped", substatus: "picked_up" },
  in_transit: { status: "shipped", substatus: "in_hub" },
  out_for_delivery: { status: "shipped", substatus: "out_for_delivery" },
  delivered: { status: "delivered", substatus: null },
  returned: { status: "not_delivered", substatus: "returned" },
  cancelled: { status: "cancelled", substatus: null },
};

/** Mercado Envios of Mercado Libre (developers.mercadolibre.com): one box, major units, times with milliseconds and offset. */
export const mercadoEnviosSimulation = defineSimulation({
  id: "mercado-envios",
  tools: mercadoEnviosTools,
  handlers: {
    mercado_envios_get_shipping_options(args, context) {
      const consignment = toConsignment(args, "zip_code_from", "zip_code");
      if (consignment === undefined) return unknownSite();
      const { country } = consignment;
      const route = priceRoute(mercadoEnviosServices[country] ?? [], consignment, context.now);
      if (route instanceof Refusal) return route;
      return {
        destination: {
          zip_code: route.to.postalCode,
          city: { name: route.to.city },
          state: { name: route.to.state },
        },
        options: route.quotes.map(({ service, amount, currency, days, deliveryDate }) => ({
          shipping_method_id: Number(service.code),
          name: service.name,
          currency_id: currency,
          cost: toMajorUnits(amount, currency),
          list_cost: toMajorUnits(amount, currency),
          estimated_delivery_time: {
            type: "known",
            date: localTime(startOfDate(deliveryDate, COUNTRIES[country].timeZone), country),
            unit: "day",
            shipping: days,
          },
        })),
      };
    },
    mercado_envios_create_shipment: create,
    mercado_envios_get_shipment(args, context) {
      const shipment = requireShipment(context, textAt(args, "shipment_id"), "MX");
      return shipment instanceof Refusal ? shipment : shipmentJson(shipment);
    },
    mercado_envios_get_label(args, context) {
      const shipment = requireShipment(context, textAt(args, "shipment_id"), "MX");
      if (shipment instanceof Refusal) return shipment;
      return { shipment_id: Number(shipment.id), url: labelUrl(context, shipment.id) };
    },
    mercado_envios_track_shipment(args, context) {
      const shipment = requireShipment(context, textAt(args, "shipment_id"), "MX");
      if (shipment instanceof Refusal) return shipment;
      const history = shipment.events.map(({ status, at, description, place }) => ({
        ...statuses[status],
        date: localTime(at, shipment.country),
        description,
        location: place ?? null,
      }));
      return { ...shipmentJson(shipment), history };
    },
  },
  due: shipmentDue,
});

function create(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const consignment = toConsignment(args, "sender_address.zip_code", "receiver_address.zip_code");
  if (consignment === undefined) return unknownSite();
  const site = siteOfCountry[consignment.country] ?? "";
  const shipment = makeLabel(context, {
    services: mercadoEnviosServices[consignment.country] ?? [],
    code: textAt(args, "shipping_method_id"),
    consignment,
    recipient: {
      name: textAt(args, "receiver_address.receiver_name"),
      phone: textAt(args, "receiver_address.receiver_phone"),
    },
    id: `4${randomNumberText(context.random, 10)}`,
    number: `${site}${randomUpperAlphanumerics(context.random, 10)}`,
  });
  return shipment instanceof Refusal ? shipment : shipmentJson(shipment);
}

function shipmentJson(shipment: Shipment): JsonObject {
  return {
    id: Number(shipment.id),
    site_id: siteOfCountry[shipment.country] ?? null,
    ...statuses[shipment.status],
    tracking_number: shipment.number,
    tracking_method: shipment.serviceName,
    base_cost: toMajorUnits(shipment.amount, shipment.currency),
    currency_id: shipment.currency,
    date_created: localTime(shipment.createdAt, shipment.country),
  };
}

function toConsignment(args: JsonObject, from: string, to: string): Consignment | undefined {
  const country = countryOfSite[textAt(args, "site_id") ?? ""];
  if (country === undefined) return undefined;
  const [size = "", grams = ""] = (textAt(args, "dimensions") ?? "").split(",");
  const [heightCm = 0, widthCm = 0, lengthCm = 0] = size.split("x").map(Number);
  const currency = COUNTRIES[country].currency.code;
  const declaredValue =
    amountAt(args, "declared_value", currency) ?? amountAt(args, "item_price", currency) ?? 0;
  return {
    country,
    from: textAt(args, from) ?? "",
    to: textAt(args, to) ?? "",
    parcels: [
      {
        weightG: Number(grams),
        lengthCm,
        widthCm,
        heightCm,
        declaredValue,
      },
    ],
  };
}

function unknownSite(): Refusal {
  return new Refusal("invalid_site", "site_id must be MLB, MLA or MLM.", "400");
}

function localTime(at: number, country: Country): string {
  return formatMillisecondTimestamp(at, COUNTRIES[country].timeZone);
}
