import { shipmentDue } from "../engines/shipping/advance-shipment.ts";
import { findShipment } from "../engines/shipping/find-shipment.ts";
import { type Shipment, shipmentKind } from "../engines/shipping/shipment.ts";
import { textAt, textsAt } from "../json/read-arguments.ts";
import { flag, integer, list, nativeInput, number, object, oneOf, text } from "../simulation/native-input.ts";
import { defineServer } from "../simulation/provider-definition.ts";
import { addToCart, checkout } from "./cart.ts";
import { cancelOrder, forOrders, orderJson, trackingJson, unknownOrder } from "./orders.ts";
import { calculate } from "./quotes.ts";
import { company, services } from "./services.ts";

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
      handle: cancelOrder,
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
