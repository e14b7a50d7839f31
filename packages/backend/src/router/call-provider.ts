import type { JsonObject } from "@codespar/contract";
import { type Provider, type ProviderAnswer, type ProviderCall, ProviderUnavailable } from "../provider.ts";
import { ProviderRefusal } from "../provider-refusal.ts";
import type { Services } from "../services.ts";

/** Asks a provider, for at most the provider time-out. Rejects with `ProviderUnavailable`, or with what was lost. */
export async function callProvider(
  services: Services,
  provider: Provider,
  call: Omit<ProviderCall, "signal">,
): Promise<ProviderAnswer> {
  const deadline = new AbortController();
  const lost = new Promise<never>((_resolve, reject) => {
    deadline.signal.addEventListener("abort", () => reject(deadline.signal.reason), { once: true });
  });
  const cancel = services.timers.after(services.providerTimeoutMs, () =>
    deadline.abort(new Error(`${provider.id} did not answer within ${services.providerTimeoutMs} ms.`)),
  );
  try {
    return await Promise.race([provider.execute({ ...call, signal: deadline.signal }), lost]);
  } finally {
    cancel();
  }
}

/** The provider's data, or its refusal thrown. */
export function dataOf(answer: ProviderAnswer): JsonObject {
  if (answer.ok) return answer.data;
  throw new ProviderRefusal(answer);
}

/** Whether nothing can have happened at the provider. */
export function isUnavailable(error: unknown): error is ProviderUnavailable {
  return error instanceof ProviderUnavailable;
}
