import type { JsonObject } from "@codespar/contract";
import { formatMajorUnits } from "@codespar/formats";
import { readParcels } from "../engines/shipping/carrier-operations.ts";
import type { CarrierService } from "../engines/shipping/carrier-service.ts";
import { type Parcel, type QuotedRoute, quoteServices } from "../engines/shipping/quote-services.ts";
import { amountAt } from "../json/native-json.ts";
import { objectsAt, textAt } from "../json/read-arguments.ts";
import { Refusal } from "../simulation/provider-definition.ts";
import { company, services } from "./services.ts";

const volumeFields = {
  weight: "weight",
  length: "length",
  width: "width",
  height: "height",
  gramsPerUnit: 1000,
};

/** `POST /me/shipment/calculate`: every service with its price in reais as text, or with the reason why it has none. */
export function calculate(args: JsonObject): JsonObject | Refusal {
  const wanted = textAt(args, "services")
    ?.split(",")
    .map((id) => id.trim());
  const chosen = wanted === undefined ? services : services.filter(({ code }) => wanted.includes(code));
  const route = priceWith(chosen, args, 0);
  if (route instanceof Refusal) return route;
  const quoted = route.quotes.map((quote): JsonObject => {
    const price = formatMajorUnits(quote.amount, "BRL");
    return {
      id: Number(quote.service.code),
      name: quote.service.name,
      price,
      custom_price: price,
      discount: "0.00",
      currency: "R$",
      delivery_time: quote.days,
      delivery_range: { min: Math.max(1, quote.days - 1), max: quote.days },
      custom_delivery_time: quote.days,
      additional_services: { receipt: false, own_hand: false, collect: false },
      company: company(quote.service.carrier),
    };
  });
  const refused = route.refused.map(
    ({ code, name, carrier }): JsonObject => ({
      id: Number(code),
      name,
      error: "Dimensões ou peso do pacote fora dos limites do serviço.",
      company: company(carrier),
    }),
  );
  return { data: [...quoted, ...refused] };
}

/** Prices parcels with some of the services. */
export function priceWith(
  chosen: readonly CarrierService[],
  args: JsonObject,
  now: number,
): QuotedRoute | Refusal {
  const route = quoteServices(
    chosen,
    {
      country: "BR",
      from: textAt(args, "from.postal_code") ?? "",
      to: textAt(args, "to.postal_code") ?? "",
      parcels: getParcels(args),
    },
    now,
  );
  switch (route) {
    case "unknown_origin":
      return new Refusal(route, "CEP de origem (from.postal_code) inválido.", "422");
    case "unknown_destination":
      return new Refusal(route, "CEP de destino (to.postal_code) inválido.", "422");
    case "no_parcels":
    case "parcel_over_limits":
      return new Refusal(route, "Informe ao menos um volume.", "422");
    default:
      return route;
  }
}

/** The insured value is of the whole freight. */
export function getParcels(args: JsonObject): Parcel[] {
  const insured = amountAt(args, "options.insurance_value", "BRL") ?? 0;
  return readParcels(objectsAt(args, "volumes"), volumeFields, insured);
}
