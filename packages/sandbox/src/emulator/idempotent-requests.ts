import type { JsonObject } from "@codespar/contract";
import type { IdempotencyEmulation, SimulatedProvider } from "@codespar/providers/simulated";
import { sha256Hex } from "./accounts.ts";
import type { EmulatorRequest, EmulatorResponse } from "./emulator-message.ts";

const KIND = "idempotent_request";

/** What is known of a key. `origin` stays the same, so that a request whose response was lost is found and not done again. */
interface KnownRequest {
  origin: string;
  fingerprint: string;
  at: number;
  response: { status: number; headers: Record<string, string>; body: string } | null;
}

export type KeyVerdict =
  | { outcome: "new"; origin: string; keep(response: EmulatorResponse): void }
  | { outcome: "replay"; response: EmulatorResponse }
  | { outcome: "reused" | "in_flight" };

/** A provider's idempotency keys, kept with the account's documents. */
export class IdempotentRequests {
  readonly #inFlight = new Set<string>();

  /** `done` has to be called when the request has ended, whatever became of it. */
  async begin(
    rules: IdempotencyEmulation,
    request: EmulatorRequest & { key: string; account: string; now: number },
    { provider, newOrigin }: { provider: SimulatedProvider; newOrigin(): string },
  ): Promise<{ verdict: KeyVerdict; done(): void }> {
    const { account, key, now } = request;
    const id = rules.scope === "account" ? key : `${request.method} ${request.path} ${key}`;
    const fingerprint = await sha256Hex(
      JSON.stringify([request.method, request.path, request.query, request.body]),
    );
    const name = `${provider.id} ${account} ${id}`;
    const isFree = !this.#inFlight.has(name);
    const nothing = () => {};
    const read = () => provider.within(account, (context) => context.get<KnownRequest>(KIND, id));
    const put = (known: KnownRequest) =>
      // plain JSON by its type
      provider.within(account, (context) => context.put(KIND, id, known as unknown as JsonObject));
    const stored = read();
    const known = stored === undefined || now >= stored.at + rules.lifeMs ? undefined : stored;
    if (known !== undefined && known.fingerprint !== fingerprint && rules.onOtherBody === "refuse")
      return { verdict: { outcome: "reused" }, done: nothing };
    if (!isFree) return { verdict: { outcome: "in_flight" }, done: nothing };
    if (known?.response != null) {
      const { response } = known;
      const headers = { ...response.headers, ...rules.replayHeaders };
      return { verdict: { outcome: "replay", response: { ...response, headers } }, done: nothing };
    }
    const begun = known ?? { origin: newOrigin(), fingerprint, at: now, response: null };
    put(begun);
    this.#inFlight.add(name);
    return {
      verdict: {
        outcome: "new",
        origin: begun.origin,
        keep: (response) => put({ ...begun, response: { ...response, headers: { ...response.headers } } }),
      },
      done: () => this.#inFlight.delete(name),
    };
  }
}
