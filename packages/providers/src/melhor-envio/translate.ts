import type { NativeCalls, Translator } from "@codespar/backend/ports";
import type { JsonObject, ShipEvent, ShipInput, ShipmentStatus, ShipQuote } from "@codespar/contract";
import { bankDateAfter, toMajorUnits } from "@codespar/formats";
import { numberAt, objectsAt, requiredNumber, requiredText, textAt, valueAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { bareDocument } from "../mappings/payments/brazil-payer.ts";
import { type Consignment, numericServiceCode, toConsignment } from "../mappings/shipping/consignment.ts";
import { occurredAt } from "../mappings/shipping/occurred-at.ts";
import { parsePrice } from "../mappings/shipping/parse-price.ts";
import { shipActions, shipmentNotFound, shipmentReference } from "../mappings/shipping/ship-actions.ts";
import { shipEvent } from "../mappings/shipping/ship-event.ts";

/** Centimetres, kilograms, reais. The freight goes into the cart first; paying for the cart is the effect. */
export const melhorEnvioTranslator: Translator = {
  server: "melhor-envio",
  ship: shipActions("Melhor Envio", {
    async quote(input, native, { now }) {
      const response = await native.read("melhor_envio_calculate_shipping", readRoute(toConsignment(input)));
      const quotes = objectsAt(response, "data").flatMap((item): ShipQuote[] => {
        const price = textAt(item, "custom_price") ?? textAt(item, "price");
        const days = numberAt(item, "custom_delivery_time") ?? numberAt(item, "delivery_time");
        if (textAt(item, "error") !== undefined || price === undefined || days === undefined) return [];
        return [
          {
            service_id: `melhor-envio:${requiredText(item, "id")}`,
            carrier: textAt(item, "company.name") ?? "Melhor Envio",
            service: requiredText(item, "name"),
            amount: parsePrice(price, "BRL"),
            currency: "BRL",
            delivery_days: days,
            delivery_date: bankDateAfter(now, days, "BR"),
          },
        ];
      });
      return { quotes };
    },

    async label(input, native, { operationId }) {
      const cart = await native.prepare("melhor_envio_create_shipment", {
        ...readFreight(toConsignment(input), operationId),
        service: numericServiceCode(input),
      });
      const bought = await native.effect("melhor_envio_checkout_cart", {
        orders: [requiredText(cart, "id")],
      });
      // from here on the purchase's own id counts: after a crash the cart above is another one
      const order = valueAt(bought, "purchase.orders.0");
      const id = requiredText(order, "id");
      // generating is no second effect: it is free, and again for the same order changes nothing
      await native.read("melhor_envio_generate_label", { orders: [id] });
      const printed = await native.read("melhor_envio_print_label", { mode: "public", orders: [id] });
      return {
        shipment_id: id,
        tracking_code: textAt(order, "tracking") ?? requiredText(order, "protocol"),
        label_url: requiredText(printed, "url"),
        carrier: textAt(order, "service.company.name") ?? "Melhor Envio",
        amount: parsePrice(requiredNumber(order, "price"), "BRL"),
        currency: "BRL",
        status: "created",
      };
    },

    async track(input, native) {
      const id = await orderId(input, native);
      const tracking = valueAt(await native.read("melhor_envio_track_shipment", { orders: [id] }), id);
      const events = getEvents(tracking);
      return {
        shipment_id: id,
        tracking_code: textAt(tracking, "tracking") ?? requiredText(tracking, "protocol"),
        status: shipmentStatus(tracking, events),
        events,
      };
    },

    async cancel(input, native) {
      const id = await orderId(input, native);
      await native.effect("melhor_envio_cancel_shipment", {
        order: { id, reason_id: "2", description: "Cancelado pelo remetente" },
      });
      return { shipment_id: id, status: "cancelled" };
    },
  }),
};

/** What a price depends on. */
function readRoute({ origin, destination, packages, declaredValue }: Consignment) {
  return {
    from: { postal_code: origin.postal_code },
    to: { postal_code: destination.postal_code },
    volumes: packages.map(({ weight_g, length_cm, width_cm, height_cm }) => ({
      weight: weight_g / 1000,
      length: length_cm,
      width: width_cm,
      height: height_cm,
    })),
    options: {
      insurance_value: toMajorUnits(declaredValue, "BRL"),
      receipt: false,
      own_hand: false,
    },
  };
}

function readFreight(consignment: Consignment, tag: string): JsonObject {
  const { origin, destination, recipient } = consignment;
  const route = readRoute(consignment);
  const document = bareDocument(recipient);
  return {
    ...route,
    from: end(origin),
    to: {
      ...end(destination),
      ...omitUndefined({
        name: recipient.name,
        phone: recipient.phone,
        email: recipient.email,
        [document?.length === 14 ? "company_document" : "document"]: document,
        address: recipient.address,
      }),
    },
    options: { ...route.options, platform: "CodeSpar", tags: [{ tag }] },
  };
}

function end({ postal_code, city, state }: Consignment["origin"]): JsonObject {
  return { postal_code, ...omitUndefined({ city, state_abbr: state }) };
}

/** Freights are read by id; a protocol or tracking code is searched first. */
async function orderId(input: ShipInput, native: NativeCalls): Promise<string> {
  if (input.shipment_id !== undefined) return input.shipment_id;
  const reference = shipmentReference(input);
  const found = await native.read("melhor_envio_search_shipments", { q: reference });
  const id = textAt(found, "data.0.id");
  if (id === undefined) throw shipmentNotFound(reference);
  return id;
}

/** Movements as Melhor Rastreio reports them; without them, the times at which the order changed its status. */
function getEvents(tracking: ReturnType<typeof valueAt>): ShipEvent[] {
  const told = objectsAt(tracking, "tracking_events").map((event) =>
    shipEvent(
      toStatus(requiredText(event, "status")),
      requiredText(event, "description"),
      occurredAt(requiredText(event, "created_at"), "BR"),
      textAt(event, "location"),
    ),
  );
  if (told.length > 0) return told;
  const milestones: [string, ShipmentStatus, string][] = [
    ["paid_at", "created", "Etiqueta emitida"],
    ["posted_at", "posted", "Objeto postado"],
    ["delivered_at", "delivered", "Objeto entregue"],
    ["canceled_at", "cancelled", "Envio cancelado"],
  ];
  return milestones.flatMap(([field, status, description]) => {
    const at = textAt(tracking, field);
    return at === undefined ? [] : [shipEvent(status, description, occurredAt(at, "BR"))];
  });
}

/** Movements know more than the order; milestones know less, for no time says that nobody was there. */
function shipmentStatus(tracking: ReturnType<typeof valueAt>, events: readonly ShipEvent[]): ShipmentStatus {
  const latest = objectsAt(tracking, "tracking_events").length > 0 ? events.at(-1) : undefined;
  return latest?.status ?? toStatus(requiredText(tracking, "status"));
}

function toStatus(native: string): ShipmentStatus {
  switch (native) {
    case "posted":
    case "in_transit":
    case "out_for_delivery":
    case "delivered":
      return native;
    case "canceled":
    case "cancelled":
      return "cancelled";
    case "undelivered":
      return "returned";
    default:
      return "created";
  }
}
