import type { JsonObject, PayOutput } from "@codespar/contract";
import { textAt } from "../../json/native-json.ts";

/** Where a provider keeps what the caller recognises a payment by. */
export interface KeptTextPaths {
  reference?: string | undefined;
  description?: string | undefined;
}

/** An operation's own id stands in the reference when the caller gave none. */
const operationId = /^tc_[0-9A-Za-z]+$/;

/** The caller's reference and description, as far as the provider's response has them. */
export function keptText(
  payment: JsonObject,
  { reference, description }: KeptTextPaths,
): Pick<PayOutput, "description" | "reference"> {
  const kept = reference === undefined ? undefined : textAt(payment, reference);
  const said = description === undefined ? undefined : textAt(payment, description);
  return {
    ...(kept === undefined || operationId.test(kept) ? {} : { reference: kept }),
    ...(said === undefined ? {} : { description: said }),
  };
}
