import {
  type NativeCalls,
  type Provider,
  ProviderRefusal,
  type ProviderResponse,
  ProviderUnavailable,
  type ProviderWebhook,
  type Translate,
} from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import { seededRandom } from "@codespar/formats";
import { FaultControl } from "../simulation/faults-and-magic.ts";
import { MemoryState } from "../simulation/memory-state.ts";
import type { SimulatedServer } from "../simulation/provider-definition.ts";
import { simulatedProvider } from "../simulation/run-provider.ts";
import { testFiscal } from "./test-fiscal.ts";

export interface SimulateOptions {
  /** @default 1 */
  seed?: number | undefined;
  /** Milliseconds since the epoch. @default 2026-11-20T15:00:00Z, noon in São Paulo */
  now?: number | undefined;
}

/** One simulated server alone: a fixed clock, no backend, no waiting. */
export interface Simulation {
  provider: Provider;
  state: MemoryState;
  faults: FaultControl;
  /** What the server reported of its own accord, in order. */
  webhooks: ProviderWebhook[];
  now(): number;
  /** Moves the clock, stopping at everything that falls due on the way. */
  advance(ms: number): void;
  /** Runs one of the server's due tasks now, as the test control does. */
  run(task: string, kind: string, id: string): void;
  /** One native call, each under its own operation id unless one is given. */
  call(tool: string, args: JsonObject, operationId?: string): Promise<ProviderResponse>;
  /** The native calls as a translator sees them. */
  native(operationId: string): NativeCalls;
  /** One translation, each under its own operation id unless one is given. */
  translate<Input, Output>(
    translation: Translate<Input, Output> | undefined,
    input: Input,
    operationId?: string,
  ): Promise<Output>;
}

const ACCOUNT = "org_test";

export function simulate(server: SimulatedServer, options: SimulateOptions = {}): Simulation {
  let now = options.now ?? Date.UTC(2026, 10, 20, 15);
  let operations = 0;
  const state = new MemoryState();
  const faults = new FaultControl();
  const webhooks: ProviderWebhook[] = [];
  const provider = simulatedProvider(server, {
    state,
    faults,
    clock: { now: () => now },
    timers: { after: () => () => {} },
    random: seededRandom(options.seed ?? 1),
    getLatency: () => 0,
    onError(error) {
      throw error;
    },
    webhook: (webhook) => webhooks.push(webhook),
    pageUrl: ({ server: provider, kind, id }, file) =>
      `https://pages.sandbox.codespar.dev/${provider}/${kind}/${encodeURIComponent(id)}/${file}`,
    webhookId: () => `notice_${webhooks.length + 1}`,
  });
  const fiscal = testFiscal();
  const nextOperation = () => `tc_${String(++operations).padStart(4, "0")}`;

  function call(tool: string, args: JsonObject, operationId = nextOperation()): Promise<ProviderResponse> {
    const { signal } = new AbortController();
    // what crosses to a provider is JSON
    const sent: JsonObject = JSON.parse(JSON.stringify(args));
    return provider.execute({ operationId, tool, arguments: sent, account: ACCOUNT, signal, emit: () => {} });
  }

  function native(operationId: string): NativeCalls {
    const getData = async (tool: string, args: JsonObject, id: string): Promise<JsonObject> => {
      const response = await call(tool, args, id);
      if (response.ok) return response.data;
      throw new ProviderRefusal(response);
    };
    return {
      read: (tool, args) => getData(tool, args, operationId),
      // a preparation is an operation of its own, or the provider would return it again for the effect
      prepare: (tool, args) => getData(tool, args, `${operationId}/${tool}`),
      effect: (tool, args) => getData(tool, args, operationId),
      pause: async () => {},
    };
  }

  return {
    provider,
    state,
    faults,
    webhooks,
    now: () => now,
    advance(ms) {
      const end = now + ms;
      for (let due = state.nextDueAt(); due !== undefined && due <= end; due = state.nextDueAt()) {
        now = Math.max(now, due);
        const work = state.takeDue(now);
        if (work !== undefined) provider.runDue(work);
      }
      now = end;
    },
    run: (task, kind, id) =>
      provider.runDue({ at: now, task, server: server.id, account: ACCOUNT, kind, id }),
    call,
    native,
    translate(translation, input, operationId = nextOperation()) {
      if (translation === undefined) throw new ProviderUnavailable("this translator does not do it");
      return translation(input, native(operationId), {
        operationId,
        now,
        environment: "test",
        fiscal: fiscal(operationId),
      });
    },
  };
}
