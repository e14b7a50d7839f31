import { responseSchemas } from "@codespar/contract/schemas";
import type { Provider } from "../ports/provider.ts";
import type { Translator } from "../ports/translator.ts";
import type { Store } from "../store/store.ts";
import { testBackend } from "./test-backend.ts";

export interface Outage {
  /** Makes what the store stores in unusable. */
  begin(): Promise<void> | void;
  /** Makes it usable again. */
  end(): Promise<void> | void;
}

export interface OutageReport {
  /** Of the responses while it lasted, each once: the status, and whether they say when to come again. */
  statuses: string[];
  /** What a caller was told that was no success. */
  messages: string[];
  /** Payments at the provider beyond one for each key, and keys without one. */
  duplicates: number;
  losses: number;
  /** Calls charged, which have to be as many as keys. */
  used: number;
  keys: number;
}

const pay = { name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } };

const translator: Translator = {
  server: "asaas",
  async pay({ amount = 0, currency = "BRL", method = "pix" }, native) {
    const { id } = await native.effect("asaas_create_payment", { amount });
    const created_at = "2026-04-15T10:30:00.000Z";
    return { payment_id: String(id), status: "paid", amount, currency, method, created_at, refunds: [] };
  },
};

/**
 * Callers that pay before, during and after an outage of the store, and repeat under their keys until each has its response.
 * The provider knows what it did, and promises what it will not do.
 */
export async function payThroughOutage(store: Store, outage: Outage, keys = 60): Promise<OutageReport> {
  const payments = new Map<string, number>();
  const promised = new Set<string>();
  const provider: Provider = {
    id: "asaas",
    tools: [],
    async execute({ operationId }) {
      if (promised.has(operationId)) return { ok: false, code: "declined", message: "It came too late." };
      payments.set(operationId, (payments.get(operationId) ?? 0) + 1);
      return { ok: true, data: { id: operationId } };
    },
    async find(id) {
      if (payments.has(id)) return { status: "done", response: { ok: true, data: { id } } };
      promised.add(id);
      return { status: "never" };
    },
  };
  const test = testBackend({
    store,
    livemode: true,
    providers: [provider],
    translators: [translator],
    onError: () => {},
  });
  const { apiKey, organisation } = await test.join("enterprise");
  const post = (path: string, body: object, headers = {}) =>
    test.call(apiKey, "POST", path, { body, headers });
  await post("/v1/connections", { server_id: "asaas", credentials: { token: "t".repeat(20) } });
  const made = await post("/v1/sessions", { servers: ["asaas"] });
  const { id } = responseSchemas.Session.parse(made.body);
  const paid = new Map<number, string>();
  const statuses = new Set<string>();
  const messages = new Set<string>();

  async function attempt(key: number): Promise<boolean> {
    const response = await post(`/v1/sessions/${id}/execute`, pay, { "idempotency-key": `order-${key}` });
    const { status, headers, body } = response;
    const after = headers["retry-after"];
    statuses.add(after === undefined ? String(status) : `${status} with retry-after`);
    const { success, message, tool_call_id } = body as Record<string, unknown>; // every response has an object
    if (status !== 200) messages.add(String(message));
    if (success !== true) return false;
    paid.set(key, String(tool_call_id));
    return true;
  }

  const third = Math.floor(keys / 3);
  for (let key = 0; key < third; key += 1) await attempt(key);
  statuses.clear();
  messages.clear();
  // some are under way when it begins
  const underWay = Array.from({ length: 5 }, (_, index) => attempt(third + index));
  await outage.begin();
  await Promise.all(underWay);
  for (let key = third + 5; key < 2 * third; key += 1) await attempt(key);
  const during = { statuses: [...statuses].sort(), messages: [...messages] };
  await outage.end();
  const pass = async () => {
    // leases run out, and what became of the calls is found out
    test.clock.set(test.clock.now() + 60_000);
    await test.backend.tick().catch(() => {});
  };
  await pass();
  for (let key = 0; key < keys; key += 1) {
    for (let tries = 0; !(await attempt(key)); tries += 1) {
      if (tries > 50) throw new Error(`order-${key} has no end: ${[...messages].join(" ")}`);
      await pass();
    }
  }
  const kept = [...payments].filter(([operation]) => [...paid.values()].includes(operation));
  return {
    ...during,
    duplicates: [...payments.values()].reduce((sum, times) => sum + times, 0) - kept.length,
    losses: keys - kept.length,
    used: await store.readUsed(organisation, "2026-04"),
    keys,
  };
}
