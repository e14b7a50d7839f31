import { ProviderRefusal } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";

/** The common refusal for a recipient that cannot be reached, with the provider's own words and code. */
export function undeliverable(to: string, reason: string, providerCode: string): ProviderRefusal {
  return new ProviderRefusal({
    code: "message_undeliverable",
    message: `The message cannot be delivered to ${to}: ${reason.replace(/\.$/, "")}. Check the recipient or use another channel.`,
    providerCode,
  });
}

/** Waits for a sending call and gives its refusal the common code when the recipient cannot be reached. */
export async function orUndeliverable(
  sending: Promise<JsonObject>,
  to: string,
  isUndeliverable: (refusal: ProviderRefusal) => boolean,
): Promise<JsonObject> {
  try {
    return await sending;
  } catch (error) {
    if (!(error instanceof ProviderRefusal) || !isUndeliverable(error)) throw error;
    throw undeliverable(to, error.message, error.providerCode ?? error.code);
  }
}
