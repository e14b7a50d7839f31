import type { JsonObject } from "@codespar/contract";
import { generateUuid, toMajorUnits } from "@codespar/formats";
import { createShipment } from "../engines/shipping/create-shipment.ts";
import { findShipment } from "../engines/shipping/find-shipment.ts";
import { generateMelhorEnvioTracking } from "../engines/shipping/melhor-envio-tracking.ts";
import { type Parcel, quoteServices, type ServiceQuote } from "../engines/shipping/quote-services.ts";
import type { Shipment, ShipmentRecipient } from "../engines/shipping/shipment.ts";
import { textAt, textsAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { localTime, orderJson, unknownOrder } from "./orders.ts";
import { getParcels, priceWith } from "./quotes.ts";
import { services } from "./services.ts";

/** A freight in the cart: chosen, not paid. Kept under the kind `cart_item`. */
interface CartItem {
  id: string;
  protocol: string;
  from: string;
  to: string;
  recipient: ShipmentRecipient;
  tag: string | undefined;
  parcels: Parcel[];
  quote: ServiceQuote;
  createdAt: number;
}

/** `POST /me/cart`. */
export function addToCart(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const service = services.find(({ code }) => code === textAt(args, "service"));
  if (service === undefined) return new Refusal("invalid_service", "O campo service é inválido.", "422");
  const route = priceWith([service], args, context.now);
  if (route instanceof Refusal) return route;
  const [quote] = route.quotes;
  if (quote === undefined) {
    return new Refusal(
      "parcel_over_limits",
      "Dimensões ou peso do pacote fora dos limites do serviço.",
      "422",
    );
  }
  const item: CartItem = {
    id: generateUuid(context.random),
    protocol: protocol(context),
    from: route.from.postalCode,
    to: route.to.postalCode,
    recipient: {
      name: textAt(args, "to.name"),
      document: textAt(args, "to.document") ?? textAt(args, "to.company_document"),
      phone: textAt(args, "to.phone"),
      email: textAt(args, "to.email"),
      address: textAt(args, "to.address"),
    },
    tag: textAt(args, "options.tags.0.tag"),
    parcels: getParcels(args),
    quote,
    createdAt: context.now,
  };
  context.put("cart_item", item.id, item);
  return {
    id: item.id,
    protocol: item.protocol,
    service_id: Number(service.code),
    price: toMajorUnits(quote.amount, "BRL"),
    delivery_min: Math.max(1, quote.days - 1),
    delivery_max: quote.days,
    status: "pending",
    tracking: null,
    self_tracking: null,
    created_at: localTime(context.now),
  };
}

/** `POST /me/shipment/checkout`: all of the freights are bought, or none. */
export function checkout(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const ids = [...new Set(textsAt(args, "orders"))];
  const items = ids.map((id) => context.get<CartItem>("cart_item", id));
  const bought: Shipment[] = [];
  for (const [index, item] of items.entries()) {
    if (item === undefined || findShipment(context, item.id) !== undefined) return unknownOrder(ids[index]);
  }
  for (const item of items) {
    if (item === undefined) continue;
    const { quote, parcels, recipient } = item;
    const route = quoteServices(
      [quote.service],
      { country: "BR", from: item.from, to: item.to, parcels },
      context.now,
    );
    const priced = typeof route === "string" ? undefined : route.quotes[0];
    if (typeof route === "string" || priced === undefined) return unknownOrder(item.id);
    bought.push(
      createShipment(context, {
        id: item.id,
        number: item.protocol,
        trackingCode: generateMelhorEnvioTracking(context.random, context.now),
        trackingFrom: "posting",
        quote: priced,
        from: route.from,
        to: route.to,
        parcels,
        recipient,
        reference: item.tag,
      }),
    );
  }
  if (bought.length === 0) return new Refusal("empty_cart", "Informe ao menos um envio.", "422");
  const total = bought.reduce((sum, { amount }) => sum + amount, 0);
  return {
    purchase: {
      id: generateUuid(context.random),
      protocol: protocol(context).replace("ORD-", "PUR-"),
      total: toMajorUnits(total, "BRL"),
      status: "paid",
      paid_at: localTime(context.now),
      created_at: localTime(context.now),
      orders: bought.map(orderJson),
    },
  };
}

/** `ORD-`, year and month, a running number. */
function protocol(context: SimulationContext): string {
  const month = localTime(context.now).slice(0, 7).replace("-", "");
  return `ORD-${month}${String(context.nextNumber("protocol")).padStart(6, "0")}`;
}
