import {
  type CheckoutOutput,
  type Json,
  type JsonObject,
  type PaymentMethod,
  paymentMethods,
} from "@codespar/contract";
import { omitUndefined } from "../../json/omit-undefined.ts";
import type { CheckoutRequest } from "./translate-checkout.ts";

const prefix = "codespar_";

/** What a provider keeps with a page and has no field for; ours goes beside the caller's. */
export function pageMetadata({ reference, description, methods, metadata }: CheckoutRequest): JsonObject {
  return omitUndefined({
    ...metadata,
    [`${prefix}reference`]: reference,
    [`${prefix}description`]: description,
    [`${prefix}methods`]: methods.join(","),
  });
}

/** The same read again: what the caller gave, without what is ours or one of `others`. */
export function readPageMetadata(
  metadata: Json | undefined,
  others: readonly string[] = [],
): Pick<CheckoutOutput, "description" | "metadata" | "payment_methods" | "reference"> {
  const all = Object.entries(metadata ?? {});
  const own = all.filter(([name]) => !name.startsWith(prefix) && !others.includes(name));
  const textOf = (name: string) => {
    const value = all.find(([key]) => key === `${prefix}${name}`)?.[1];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const reference = textOf("reference");
  const description = textOf("description");
  return {
    payment_methods: textOf("methods")?.split(",").filter(isPaymentMethod) ?? [],
    ...(reference === undefined ? {} : { reference }),
    ...(description === undefined ? {} : { description }),
    ...(own.length === 0
      ? {}
      : { metadata: Object.fromEntries(own.map(([name, value]) => [name, String(value)])) }),
  };
}

function isPaymentMethod(name: string): name is PaymentMethod {
  return paymentMethods.some((method) => method === name);
}
