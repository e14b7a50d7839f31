import type { Policy, Transport } from "@codespar/contract";
import { createSandbox, type Sandbox } from "@codespar/sandbox";
import { CodeSpar, type Session } from "@codespar/sdk";
import { countedBefore } from "../counted-before.ts";

/** A sandbox with an open session, and what a case needs to spoil it. */
export interface AdapterWorld {
  sandbox: Sandbox;
  codespar: CodeSpar;
  session: Session;
  /** From now on, requests carry this key. */
  useKey(key: string): void;
}

export interface AdapterWorldOptions {
  servers?: string[] | undefined;
  policy?: Policy | undefined;
  /** Calls that the hobby plan's month of 20,000 has already seen. @default 0 */
  usedBefore?: number | undefined;
}

/** Opens a session on a sandbox of its own. Time stands still and providers give up after 50 ms. */
export async function openAdapterWorld(options: AdapterWorldOptions = {}): Promise<AdapterWorld> {
  const { servers = ["stripe", "mercadopago", "asaas"], policy, usedBefore = 0 } = options;
  const sandbox = createSandbox({
    seed: 1,
    now: "2026-03-02T12:00:00Z",
    providerTimeoutMs: 50,
    ...(usedBefore === 0 ? {} : { plan: "hobby", wrapStore: countedBefore(usedBefore, "2026-03") }),
  });
  let key: string | undefined;
  const transport: Transport = {
    async request(request) {
      if (key === undefined) return sandbox.transport.request(request);
      const headers = { ...request.headers, authorization: `Bearer ${key}` };
      return sandbox.transport.request({ ...request, headers });
    },
  };
  const codespar = new CodeSpar({ apiKey: "csk_test_x", transport, maxRetries: 0 });
  const session = await codespar.sessions.create({ servers, ...(policy === undefined ? {} : { policy }) });
  return {
    sandbox,
    codespar,
    session,
    useKey(other) {
      key = other;
    },
  };
}

/** How many times something happened in the outside world. */
export function countEffects({ sandbox }: Pick<AdapterWorld, "sandbox">): number {
  return sandbox.calls.filter(({ effect }) => effect).length;
}
