import type { Customer, JsonObject, PayOutput } from "@codespar/contract";
import { textAt } from "../../json/native-json.ts";

/** Where a provider keeps who pays. */
export type KeptCustomerPaths = Partial<Record<"document" | "email" | "name" | "phone", string>>;

/** Who pays, as far as the provider's response has it; nothing when it has nothing. */
export function keptCustomer(payment: JsonObject, paths: KeptCustomerPaths): Pick<PayOutput, "customer"> {
  const customer: Customer = {};
  for (const field of ["name", "document", "email", "phone"] as const) {
    const path = paths[field];
    const text = path === undefined ? undefined : textAt(payment, path);
    if (text !== undefined) customer[field] = text;
  }
  return Object.keys(customer).length === 0 ? {} : { customer };
}
