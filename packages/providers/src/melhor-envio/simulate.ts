import { shipmentDue } from "../engines/shipping/advance-shipment.ts";
import { findShipment } from "../engines/shipping/find-shipment.ts";
import { labelUrl } from "../engines/shipping/label-url.ts";
import { type Shipment, shipmentKind } from "../engines/shipping/shipment.ts";
import { textAt, textsAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
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
      const q = textAt(args, "q");
      const status = textAt(args, "status");
      const found = q === undefined ? context.list<Shipment>(shipmentKind) : [findShipment(context, q)];
      const data = found
        .flatMap((shipment) => (shipment === undefined ? [] : [orderJson(shipment)]))
        .filter((order) => status === undefined || order.status === status);
      return { data, total: data.length };
    },
    melhor_envio_get_balance: () => ({ balance: 1000, reserved: 0, debts: 0 }),
  },
  due: shipmentDue,
});
