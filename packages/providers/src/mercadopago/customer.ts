import type { JsonObject } from "@codespar/contract";
import { randomAlphanumerics, randomNumberText } from "@codespar/formats";
import { numberAt, textAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { localTime } from "./account.ts";
import { invalid } from "./payment.ts";

const CUSTOMER = "customer";

export function createCustomer(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const email = textAt(args, "email");
  if (email === undefined) return invalid("email");
  if (context.list<JsonObject>(CUSTOMER).some((customer) => customer.email === email))
    return new Refusal("invalid_request", "the customer already exist", "101");
  const id = `${randomNumberText(context.random, 10)}-${randomAlphanumerics(context.random, 14)}`;
  const now = localTime(context.now, "BRL");
  const customer: JsonObject = {
    address: valueAt(args, "address") ?? { id: null, street_name: null, street_number: null, zip_code: null },
    addresses: [],
    cards: [],
    date_created: now,
    date_last_updated: now,
    date_registered: null,
    default_address: null,
    default_card: null,
    description: textAt(args, "description") ?? null,
    email,
    first_name: textAt(args, "first_name") ?? null,
    id,
    identification: valueAt(args, "identification") ?? { number: null, type: null },
    last_name: textAt(args, "last_name") ?? null,
    live_mode: false,
    metadata: {},
    phone: valueAt(args, "phone") ?? { area_code: null, number: null },
  };
  context.put(CUSTOMER, id, customer);
  return customer;
}

export function getCustomer(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  return (
    context.get<JsonObject>(CUSTOMER, textAt(args, "id") ?? "") ??
    new Refusal("not_found", "Customer not found", "not_found")
  );
}

export function listCustomers(args: JsonObject, context: SimulationContext): JsonObject {
  const email = textAt(args, "email");
  const matching = context
    .list<JsonObject>(CUSTOMER)
    .filter((customer) => email === undefined || customer.email === email);
  const offset = numberAt(args, "offset") ?? 0;
  const limit = numberAt(args, "limit") ?? 10;
  return {
    paging: { limit, offset, total: matching.length },
    results: matching.slice(offset, offset + limit),
  };
}
