import { type Api, createApi } from "./api/api.ts";
import { sendRequest } from "./api/send-request.ts";
import { type ClientOptions, resolveOptions } from "./client-options.ts";
import { attemptTimeout } from "./middleware/attempt-timeout.ts";
import { authenticate } from "./middleware/authenticate.ts";
import { compose } from "./middleware/compose.ts";
import { outcome } from "./middleware/outcome.ts";
import { quotaWarning } from "./middleware/quota-warning.ts";
import { retry } from "./middleware/retry.ts";
import { type Runtime, systemRuntime } from "./runtime.ts";
import { Sessions } from "./sessions/sessions.ts";

/**
 * The CodeSpar client.
 * @example
 * const codespar = new CodeSpar({ apiKey: "csk_test_demo" });
 * const session = await codespar.sessions.create({ servers: ["stripe"] });
 */
export class CodeSpar {
  readonly sessions: Sessions;
  readonly #close: () => Promise<void>;

  /** @param runtime For tests: time and randomness. */
  constructor(options: ClientOptions = {}, runtime: Runtime = systemRuntime) {
    const resolved = resolveOptions(options);
    const api: Api = createApi(
      compose(
        [
          quotaWarning(resolved.onQuotaWarning),
          outcome(),
          retry(runtime),
          attemptTimeout(runtime),
          authenticate(resolved.apiKey, resolved.organisation),
        ],
        sendRequest(resolved.transport),
      ),
      runtime,
      resolved,
    );
    this.sessions = new Sessions(api);
    this.#close = async () => {
      if (resolved.ownsTransport) await resolved.transport.close?.();
    };
  }

  /** Frees connections that are kept alive. A transport that you passed stays open. */
  close(): Promise<void> {
    return this.#close();
  }

  /** `await using codespar = new CodeSpar()` closes it at the end of the block. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.#close();
  }
}
