import type { JsonObject } from "@codespar/contract";
import { ProviderRefusal } from "../../provider-refusal.ts";

/** Whether a refusal means that the recipient cannot be reached. */
export type IsUndeliverable = (refusal: ProviderRefusal) => boolean;

/** Waits for a sending call and gives its refusal the common code when the recipient cannot be reached. */
export async function orUndeliverable(
  sending: Promise<JsonObject>,
  to: string,
  isUndeliverable: IsUndeliverable,
): Promise<JsonObject> {
  try {
    return await sending;
  } catch (error) {
    if (!(error instanceof ProviderRefusal) || !isUndeliverable(error)) throw error;
    throw new ProviderRefusal({
      code: "message_undeliverable",
      message: `The message cannot be delivered to ${to}: ${error.message.replace(/\.$/, "")}. Check the recipient or use another channel.`,
      providerCode: error.providerCode ?? error.code,
    });
  }
}
