import type { PlanId } from "@codespar/contract";
import { type Backend, type BackendOptions, createBackend } from "../create-backend.ts";
import { memoryStore } from "../store/memory/memory-store.ts";
import type { Store } from "../store/store.ts";
import { testTranslators } from "./test-translators.ts";

export interface TestResponse {
  status: number;
  headers: Record<string, string>;
  text: string;
  /** The parsed body; undefined for an empty one. */
  body: unknown;
}

export interface TestCall {
  body?: unknown;
  headers?: Record<string, string> | undefined;
}

export interface TestBackend {
  backend: Backend;
  store: Store;
  clock: { now(): number; set(at: string | number): void };
  /** An organisation of this plan, and how to call the API with a key. */
  join(plan?: PlanId): Promise<{ organisation: string; apiKey: string; keyId: string }>;
  call(apiKey: string, method: string, path: string, call?: TestCall): Promise<TestResponse>;
}

/**
 * A backend without providers over a store in memory, its clock standing still. `codespar_discover` works. What goes wrong
 * inside makes the next `call` reject, unless the test listens to `onError`.
 */
export function testBackend(options: Partial<BackendOptions> & { now?: string } = {}): TestBackend {
  const { now = "2026-04-15T10:30:00Z", ...rest } = options;
  let time = Date.parse(now);
  let count = 0;
  const errors: unknown[] = [];
  const store = options.store ?? memoryStore();
  const clock = {
    now: () => time,
    set(at: string | number) {
      time = typeof at === "string" ? Date.parse(at) : at;
    },
  };
  const backend = createBackend({
    providers: [],
    translators: testTranslators,
    livemode: false,
    keyring: { current: "test", keys: { test: btoa("\0".repeat(32)) } },
    timers: {
      after(delayMs, callback) {
        const timer = setTimeout(callback, delayMs);
        return () => clearTimeout(timer);
      },
    },
    ids: {
      next(prefix) {
        count += 1;
        return `${prefix}_${String(count).padStart(12, "0")}`;
      },
    },
    onError: (error) => errors.push(error),
    ...rest,
    clock,
    store,
  });
  return {
    backend,
    store,
    clock,
    async join(plan = "hobby") {
      const { organisation, apiKey, key } = await backend.organisations.create({ plan });
      return { organisation: organisation.id, apiKey, keyId: key.id };
    },
    async call(apiKey, method, path, { body, headers = {} } = {}) {
      const response = await backend.handle({
        method,
        path,
        headers: { authorization: `Bearer ${apiKey}`, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      let text = "";
      if (typeof response.body === "string") text = response.body;
      else for await (const piece of response.body) text += piece;
      if (errors.length > 0) throw errors[0];
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: text === "" ? undefined : JSON.parse(text),
      };
    },
  };
}
