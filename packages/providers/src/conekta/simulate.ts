import type { JsonObject } from "@codespar/contract";
import { unixSeconds } from "@codespar/formats";
import { chargeDue } from "../engines/payments/change-charge.ts";
import { checkoutDue } from "../engines/payments/checkout.ts";
import { generateConektaChargeId, generateConektaId } from "../engines/payments/payment-provider-id.ts";
import { numberAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { Refusal } from "../simulation/provider-definition.ts";
import { listCheckouts, openCheckout, readCheckout } from "./checkout.ts";
import { firstPage } from "./first-page.ts";
import { cancelOrder, captureOrder, createOrder, getOrder, listOrders, refundOrder } from "./order.ts";
import { conektaTools } from "./tools.ts";

const CUSTOMER = "customer";

/** Conekta, Mexico: centavos, Unix seconds, orders `ord_…` with one charge; the order is the payment. */
export const conektaSimulation = defineSimulation({
  id: "conekta",
  tools: conektaTools,
  handlers: {
    conekta_create_order: createOrder,
    conekta_get_order: getOrder,
    conekta_list_orders: listOrders,
    conekta_capture_order: captureOrder,
    conekta_cancel_order: cancelOrder,
    conekta_refund_charge: refundOrder,
    conekta_create_customer(args, context) {
      const id = generateConektaId(context.random, "cus");
      const customer: JsonObject = {
        ...args,
        id,
        object: "customer",
        livemode: false,
        created_at: unixSeconds(context.now),
      };
      context.put(CUSTOMER, id, customer);
      return customer;
    },
    conekta_get_customer: (args, context) =>
      context.get<JsonObject>(CUSTOMER, textAt(args, "id") ?? "") ??
      new Refusal("not_found", "The customer was not found.", "resource_not_found_error"),
    conekta_list_customers: (args, context) =>
      firstPage(context.list<JsonObject>(CUSTOMER), numberAt(args, "limit")),
    conekta_create_checkout: openCheckout,
    conekta_get_checkout: readCheckout,
    conekta_list_checkouts: listCheckouts,
  },
  due: {
    ...chargeDue,
    ...checkoutDue((_checkout, { random }) => ({
      id: generateConektaId(random, "ord"),
      native: { chargeId: generateConektaChargeId(random) },
    })),
  },
});
