import type { Json, JsonObject } from "@codespar/contract";
import { generateMelhorEnvioTracking } from "../formats/melhor-envio-tracking.ts";
import { formatMajorUnits, toMajorUnits, toMinorUnits } from "../formats/minor-units.ts";
import { formatSpacedTimestamp } from "../formats/timestamp.ts";
import { UTC_OFFSET_MINUTES } from "../formats/utc-offset.ts";
import { generateUuid } from "../formats/uuid.ts";
import { shipmentDue } from "../shipping/advance-shipment.ts";
import { cancelShipment } from "../shipping/cancel-shipment.ts";
import type { CarrierService } from "../shipping/carrier-service.ts";
import { createShipment } from "../shipping/create-shipment.ts";
import { findShipment } from "../shipping/find-shipment.ts";
import {
  type Parcel,
  type QuotedRoute,
  quoteServices,
  type ServiceQuote,
} from "../shipping/quote-services.ts";
import { brazilServices } from "../shipping/services-brazil.ts";
import {
  reachedAt,
  type Shipment,
  type ShipmentRecipient,
  shipmentKind,
  trackingCodeOf,
} from "../shipping/shipment.ts";
import { flag, integer, list, nativeInput, number, object, oneOf, text } from "../simulation/native-input.ts";
import { numberAt, objectsAt, textAt, textsAt } from "../simulation/read-arguments.ts";
import {
  type CallContext,
  defineServer,
  Refusal,
  type SimulationContext,
} from "../simulation/simulated-server.ts";

/** Melhor Envio's own service numbers. */
const services: readonly CarrierService[] = [
  { ...brazilServices.pac, code: "1" },
  { ...brazilServices.sedex, code: "2" },
  { ...brazilServices.package, code: "3" },
  { ...brazilServices.com, code: "4" },
  { ...brazilServices.miniEnvios, code: "17" },
  { ...brazilServices.loggiExpress, code: "31" },
];

const companyIds: Readonly<Record<string, number>> = { Correios: 1, Jadlog: 2, Loggi: 14 };

/** A freight in the cart: chosen, not paid. Kept under the kind `cart_item`. */
interface CartItem {
  id: string;
  protocol: string;
  from: string;
  to: string;
  recipient: ShipmentRecipient;
  parcels: Parcel[];
  quote: ServiceQuote;
  createdAt: number;
}

const address = object(
  {
    name: text(),
    phone: text(),
    email: text(),
    document: text("CPF; company_document for a CNPJ"),
    company_document: text(),
    address: text("Street"),
    number: text(),
    district: text(),
    city: text(),
    state_abbr: text(),
    postal_code: text("CEP"),
  },
  "postal_code",
);
const volume = object(
  { height: number("cm"), width: number("cm"), length: number("cm"), weight: number("kg") },
  "height",
  "width",
  "length",
  "weight",
);
const orders = list(text("UUID of a freight"));

/**
 * Melhor Envio (docs.melhorenvio.com.br): prices are reais as text in quotes and as numbers on orders, sizes are
 * centimetres, weights kilograms, times local without offset. Answers that are bare arrays stand under `data`.
 * A freight is put in the cart, bought by checkout, then generated and printed. The carrier's code is told after
 * posting; until then the order goes by its `ORD-` protocol. `tracking_events` follows Melhor Rastreio.
 */
export const melhorEnvio = defineServer({
  id: "melhor-envio",
  due: shipmentDue,
  tools: {
    melhor_envio_calculate_shipping: {
      description: "Prices a parcel between two CEPs with every carrier service of the account.",
      input: nativeInput(
        {
          from: object({ postal_code: text("CEP") }, "postal_code"),
          to: object({ postal_code: text("CEP") }, "postal_code"),
          volumes: list(volume),
          options: object({ insurance_value: number("Reais"), receipt: flag(), own_hand: flag() }),
          services: text("Service ids separated by commas; all when left out"),
        },
        "from",
        "to",
        "volumes",
      ),
      handle: calculate,
    },
    melhor_envio_list_services: {
      description: "Lists the carrier services with their ids and limits.",
      input: nativeInput({}),
      handle: () => ({
        data: services.map(({ code, name, carrier, maxWeightG }) => ({
          id: Number(code),
          name,
          status: "available",
          restrictions: { weight: { min: 0.001, max: maxWeightG / 1000 } },
          company: company(carrier),
        })),
      }),
    },
    melhor_envio_create_shipment: {
      description:
        "Puts a freight with its service, sender, recipient and volumes into the cart; nothing is paid yet.",
      input: nativeInput(
        {
          service: integer("Service id from the calculation"),
          from: address,
          to: address,
          volumes: list(volume),
          options: object({
            insurance_value: number("Reais"),
            receipt: flag(),
            own_hand: flag(),
            platform: text(),
            tags: list(object({ tag: text("The shipper's own order number"), url: text() })),
          }),
        },
        "service",
        "from",
        "to",
        "volumes",
      ),
      handle: addToCart,
    },
    melhor_envio_checkout_cart: {
      description: "Buys freights of the cart with the account's balance.",
      input: nativeInput({ orders }, "orders"),
      handle: checkout,
    },
    melhor_envio_generate_label: {
      description:
        "Generates the labels of freights that were bought; again for the same freights is harmless.",
      input: nativeInput({ orders }, "orders"),
      risk: "read",
      handle: (args, context) =>
        forOrders(args, context, () => ({ status: true, message: "Envio gerado com sucesso" })),
    },
    melhor_envio_print_label: {
      description: "Answers a link to the printable labels of freights.",
      input: nativeInput({ mode: oneOf("private", "public"), orders }, "orders"),
      risk: "read",
      handle(args, context) {
        const [id] = textsAt(args, "orders");
        if (findShipment(context, id) === undefined) return unknownOrder(id);
        return { url: `https://sandbox.melhorenvio.com.br/imprimir/${id}` };
      },
    },
    melhor_envio_track_shipment: {
      description: "Tells the status and the movements of freights.",
      input: nativeInput({ orders }, "orders"),
      handle: (args, context) => forOrders(args, context, trackingJson),
    },
    melhor_envio_cancel_shipment: {
      description: "Cancels a freight that was not posted yet and gives its price back to the balance.",
      input: nativeInput(
        {
          order: object(
            { id: text("UUID"), reason_id: text("2: cancelled by the sender"), description: text() },
            "id",
          ),
        },
        "order",
      ),
      handle: cancel,
    },
    melhor_envio_get_shipment: {
      description: "Gets a freight that was bought.",
      input: nativeInput({ id: text("UUID") }, "id"),
      handle(args, context) {
        const id = textAt(args, "id");
        const shipment = findShipment(context, id);
        return shipment === undefined ? unknownOrder(id) : orderJson(shipment);
      },
    },
    melhor_envio_list_shipments: {
      description: "Lists freights, or searches them by protocol or tracking code.",
      input: nativeInput({
        q: text("Protocol or tracking code"),
        status: text("Such as released or posted"),
      }),
      handle(args, context) {
        const q = textAt(args, "q");
        const status = textAt(args, "status");
        const found = q === undefined ? context.list<Shipment>(shipmentKind) : [findShipment(context, q)];
        const data = found
          .flatMap((shipment) => (shipment === undefined ? [] : [orderJson(shipment)]))
          .filter((order) => status === undefined || order.status === status);
        return { data, total: data.length };
      },
    },
    melhor_envio_list_agencies: {
      description: "Lists the agencies where parcels can be dropped off.",
      input: nativeInput({ state: text("Such as SP"), city: text(), company: integer("Carrier id") }),
    },
    melhor_envio_get_balance: {
      description: "Gets the account's balance, in reais.",
      input: nativeInput({}),
      handle: () => ({ balance: 1000, reserved: 0, debts: 0 }),
    },
  },
});

function calculate(args: JsonObject): JsonObject | Refusal {
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

function addToCart(args: JsonObject, context: CallContext): JsonObject | Refusal {
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
    parcels: parcelsOf(args),
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

function checkout(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const ids = textsAt(args, "orders");
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

function cancel(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const id = textAt(args, "order.id");
  const shipment = findShipment(context, id);
  if (shipment === undefined) return unknownOrder(id);
  const outcome = cancelShipment(context, shipment);
  if (typeof outcome === "string") {
    return new Refusal(
      "not_cancellable",
      "A etiqueta não pode ser cancelada: já foi postada ou cancelada.",
      "422",
    );
  }
  return { [outcome.id]: { canceled: true, time: localTime(context.now) } };
}

function priceWith(chosen: readonly CarrierService[], args: JsonObject, now: number): QuotedRoute | Refusal {
  const route = quoteServices(
    chosen,
    {
      country: "BR",
      from: textAt(args, "from.postal_code") ?? "",
      to: textAt(args, "to.postal_code") ?? "",
      parcels: parcelsOf(args),
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

/** The insured value is of the whole freight; it is put on its first volume. */
function parcelsOf(args: JsonObject): Parcel[] {
  const insured = toMinorUnits(numberAt(args, "options.insurance_value") ?? 0, "BRL");
  return objectsAt(args, "volumes").map((each, index) => ({
    weightG: Math.round((numberAt(each, "weight") ?? 0) * 1000),
    lengthCm: numberAt(each, "length") ?? 0,
    widthCm: numberAt(each, "width") ?? 0,
    heightCm: numberAt(each, "height") ?? 0,
    declaredValue: index === 0 ? insured : 0,
  }));
}

function orderJson(shipment: Shipment): JsonObject {
  return {
    ...statusJson(shipment),
    service_id: Number(shipment.serviceCode),
    service: {
      id: Number(shipment.serviceCode),
      name: shipment.serviceName,
      company: company(shipment.carrier),
    },
    price: toMajorUnits(shipment.amount, "BRL"),
    delivery_min: Math.max(1, shipment.days - 1),
    delivery_max: shipment.days,
    self_tracking: trackingCodeOf(shipment) ?? null,
    from: { postal_code: shipment.origin.postalCode, city: shipment.origin.city },
    to: {
      name: shipment.recipient.name ?? null,
      postal_code: shipment.destination.postalCode,
      city: shipment.destination.city,
    },
  };
}

function trackingJson(shipment: Shipment): JsonObject {
  return {
    ...statusJson(shipment),
    tracking_events: shipment.events.map(
      ({ status, description, at, place }): JsonObject => ({
        status,
        description,
        created_at: localTime(at),
        location: place ?? null,
      }),
    ),
  };
}

function statusJson(shipment: Shipment): JsonObject {
  const tracking = trackingCodeOf(shipment) ?? null;
  return {
    id: shipment.id,
    protocol: shipment.number,
    status: orderStatus(shipment),
    tracking,
    melhorenvio_tracking: tracking,
    created_at: localTime(shipment.createdAt),
    paid_at: localTime(shipment.createdAt),
    generated_at: localTime(shipment.createdAt),
    posted_at: optionalTime(reachedAt(shipment, "posted")),
    delivered_at: optionalTime(reachedAt(shipment, "delivered")),
    canceled_at: optionalTime(shipment.cancelledAt),
    expired_at: null,
  };
}

/** Melhor Envio knows no status between posted and delivered. */
function orderStatus({ status }: Shipment): string {
  if (status === "created") return "released";
  if (status === "delivered") return "delivered";
  return status === "cancelled" ? "canceled" : "posted";
}

function forOrders(
  args: JsonObject,
  context: SimulationContext,
  describe: (shipment: Shipment) => Json,
): JsonObject | Refusal {
  const answer: JsonObject = {};
  for (const id of textsAt(args, "orders")) {
    const shipment = findShipment(context, id);
    if (shipment === undefined) return unknownOrder(id);
    answer[shipment.id] = describe(shipment);
  }
  return answer;
}

function unknownOrder(id: string | undefined): Refusal {
  return new Refusal("not_found", `Envio ${id ?? ""} não encontrado.`, "404");
}

/** `ORD-`, year and month, a running number. */
function protocol(context: SimulationContext): string {
  const month = localTime(context.now).slice(0, 7).replace("-", "");
  return `ORD-${month}${String(context.nextNumber("protocol")).padStart(6, "0")}`;
}

function company(carrier: string): JsonObject {
  return { id: companyIds[carrier] ?? 0, name: carrier };
}

function localTime(at: number): string {
  return formatSpacedTimestamp(at, UTC_OFFSET_MINUTES.BR);
}

function optionalTime(at: number | undefined): string | null {
  return at === undefined ? null : localTime(at);
}
