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
  const deadline = lazySignal();
  const withSignal: ProviderCall = {
    ...call,
    get signal() {
      return deadline.signal();
    },
  };
  let cancel = () => {};
  try {
    // a race by hand: Promise.race costs several promises more, in every call
    return await new Promise<ProviderAnswer>((resolve, reject) => {
      cancel = services.timers.after(services.providerTimeoutMs, () => {
        const error = new Error(`${provider.id} did not answer within ${services.providerTimeoutMs} ms.`);
        deadline.abort(error);
        reject(error);
      });
      provider.execute(withSignal).then(resolve, reject);
    });
  } finally {
    cancel();
  }
}

/** A signal that is made when somebody asks for it: most calls end before anybody does. */
function lazySignal() {
  let controller: AbortController | undefined;
  let aborted: { reason: unknown } | undefined;
  return {
    signal(): AbortSignal {
      controller ??= new AbortController();
      if (aborted !== undefined) controller.abort(aborted.reason);
      return controller.signal;
    },
    abort(reason: unknown): void {
      aborted = { reason };
      controller?.abort(reason);
    },
  };
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
