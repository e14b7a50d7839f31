import type { JsonObject } from "@codespar/contract";
import { randomAlphanumerics } from "@codespar/formats";
import { textAt, valueAt } from "../json/read-arguments.ts";
import type { CallContext, SimulationContext } from "../simulation/provider-definition.ts";
import { commonFields, getList, keep, nulls, textOrNull } from "./object-fields.ts";

export function createCustomer(args: JsonObject, context: CallContext): JsonObject {
  return keep(context, "customer", {
    ...nulls("currency", "default_source", "discount", "shipping", "test_clock"),
    id: `cus_${randomAlphanumerics(context.random, 14)}`,
    object: "customer",
    address: valueAt(args, "address") ?? null,
    balance: 0,
    delinquent: false,
    description: textOrNull(args, "description"),
    email: textOrNull(args, "email"),
    invoice_prefix: randomAlphanumerics(context.random, 8).toUpperCase(),
    invoice_settings: nulls("custom_fields", "default_payment_method", "footer", "rendering_options"),
    name: textOrNull(args, "name"),
    next_invoice_sequence: 1,
    phone: textOrNull(args, "phone"),
    preferred_locales: [],
    tax_exempt: "none",
    ...commonFields(args, context),
  });
}

export function listCustomers(args: JsonObject, context: SimulationContext): JsonObject {
  const email = textAt(args, "email");
  const customers = context.list<JsonObject>("customer");
  const matching = customers.filter((customer) => email === undefined || customer.email === email);
  return getList(args, matching, "/v1/customers");
}
