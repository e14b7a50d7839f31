import type { JsonObject } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import {
  type Credentials,
  type Provider,
  type ProviderCall,
  type ProviderResponse,
  ProviderUnavailable,
} from "../../ports/provider.ts";
import { ProviderRefusal } from "../../ports/provider-refusal.ts";

/** Asks a provider, for at most the provider time-out. Rejects with `ProviderUnavailable` or `ProviderTimeout` alone. */
export function callProvider(
  context: BackendContext,
  provider: Provider,
  call: Omit<ProviderCall, "signal">,
): Promise<ProviderResponse> {
  const bounded = new BoundedCall(call);
  const { providerTimeoutMs: ms, timers } = context;
  // a hand-written race: Promise.race and `finally` cost several promises more, in every call
  return new Promise((resolve, reject) => {
    const cancel = timers.after(ms, () => {
      const error = new ProviderTimeout(`${provider.id} did not respond within ${ms} ms.`);
      bounded.abort(error);
      reject(error);
    });
    const responded = (response: ProviderResponse) => {
      cancel();
      resolve(response);
    };
    const failed = (error: unknown) => {
      cancel();
      reject(
        isUnavailable(error)
          ? error
          : new ProviderTimeout(`${provider.id} did not respond.`, { cause: error }),
      );
    };
    try {
      provider.execute(bounded).then(responded, failed);
    } catch (error) {
      failed(error);
    }
  });
}

/** A call whose signal is made when somebody asks for it: most calls end before anybody does. */
class BoundedCall implements ProviderCall {
  readonly operationId: string;
  readonly tool: string;
  readonly arguments: JsonObject;
  readonly credentials: Credentials | undefined;
  readonly account: string;
  readonly emit: ProviderCall["emit"];
  #controller: AbortController | undefined;
  #aborted: { reason: unknown } | undefined;

  constructor(call: Omit<ProviderCall, "signal">) {
    this.operationId = call.operationId;
    this.tool = call.tool;
    this.arguments = call.arguments;
    this.credentials = call.credentials;
    this.account = call.account;
    this.emit = call.emit;
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#aborted !== undefined) this.#controller.abort(this.#aborted.reason);
    return this.#controller.signal;
  }

  abort(reason: unknown): void {
    this.#aborted = { reason };
    this.#controller?.abort(reason);
  }
}

/** The provider's data, or its refusal thrown. */
export function getData(response: ProviderResponse): JsonObject {
  if (response.ok) return response.data;
  throw new ProviderRefusal(response);
}

/** Whether nothing can have happened at the provider. */
export function isUnavailable(error: unknown): error is ProviderUnavailable {
  return error instanceof ProviderUnavailable;
}

/** A provider was called, and no usable response came: the outcome of the call is not known. */
export class ProviderTimeout extends Error {
  override readonly name = "ProviderTimeout";
}
