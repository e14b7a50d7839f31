import type { JsonObject } from "@codespar/contract";
import { shipmentDue } from "../engines/shipping/advance-shipment.ts";
import { findShipment } from "../engines/shipping/find-shipment.ts";
import { labelUrl } from "../engines/shipping/label-url.ts";
import { type Shipment, shipmentKind } from "../engines/shipping/shipment.ts";
import { numberAt, textAt, textsAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";
import { addToCart, checkout } from "./cart.ts";
import { cancelOrder, forOrders, orderJson, trackingJson, unknownOrder } from "./orders.ts";
import { calculate } from "./quotes.ts";
import { company, services } from "./services.ts";
import { melhorEnvioTools } from "./tools.ts";

/**
 * Melhor Envio (docs.melhorenvio.com.br): prices are reais as text in quotes and as numbers on orders, sizes are
 * centimetres, weights kilograms, times local without offset. Responses that are bare arrays stand under `data`.
 * A freight is put in the cart, bought by checkout, then generated and printed. The carrier's code is known after
 * posting; until then the order goes by its `ORD-` protocol. `tracking_events` follows Melhor Rastreio.
 */
export const melhorEnvioSimulation = defineSimulation({
  id: "melhor-envio",
  tools: melhorEnvioTools,
  handlers: {
    melhor_envio_calculate_shipping: calculate,
    melhor_envio_list_services: () => ({
      data: services.map(({ code, name, carrier, maxWeightG }) => ({
        id: Number(code),
        name,
        status: "available",
        restrictions: { weight: { min: 0.001, max: maxWeightG / 1000 } },
        company: company(carrier),
      })),
    }),
    melhor_envio_create_shipment: addToCart,
    melhor_envio_checkout_cart: checkout,
    melhor_envio_generate_label: (args, context) =>
      forOrders(args, context, () => ({ status: true, message: "Envio gerado com sucesso" })),
    melhor_envio_print_label(args, context) {
      const [id] = textsAt(args, "orders");
      const shipment = findShipment(context, id);
      return shipment === undefined ? unknownOrder(id) : { url: labelUrl(context, shipment.id) };
    },
    melhor_envio_track_shipment: (args, context) => forOrders(args, context, trackingJson),
    melhor_envio_cancel_shipment: cancelOrder,
    melhor_envio_get_shipment(args, context) {
      const id = textAt(args, "id");
      const shipment = findShipment(context, id);
      return shipment === undefined ? unknownOrder(id) : orderJson(shipment);
    },
    melhor_envio_list_shipments(args, context) {
      const status = textAt(args, "status");
      const found = context
        .list<Shipment>(shipmentKind)
        .map(orderJson)
        .filter((order) => status === undefined || order.status === status);
      const page = numberAt(args, "page") ?? 1;
      return {
        current_page: page,
        data: found.slice((page - 1) * PAGE, page * PAGE),
        per_page: PAGE,
        total: found.length,
        last_page: Math.max(1, Math.ceil(found.length / PAGE)),
      };
    },
    melhor_envio_get_balance: () => ({ balance: 1000, reserved: 0, debts: 0 }),
  },
  reads: { melhor_envio_search_shipments: searchShipments },
  due: shipmentDue,
});

const PAGE = 20;

/** By protocol, id or tracking code. */
export function searchShipments(args: JsonObject, context: SimulationContext): JsonObject {
  const shipment = findShipment(context, textAt(args, "q"));
  return { data: shipment === undefined ? [] : [orderJson(shipment)] };
}
