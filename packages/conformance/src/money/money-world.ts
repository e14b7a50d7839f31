import { createSandbox, type Sandbox, type SandboxOptions } from "@codespar/sandbox";
import { type ClientOptions, CodeSpar } from "@codespar/sdk";

export const apiKey = "csk_test_money";

/** A sandbox whose clock stands, and a client that does not retry unless asked. */
export function moneyWorld(options: SandboxOptions = {}, client: ClientOptions = {}) {
  const sandbox = createSandbox({ seed: 1, now: "2026-11-21T12:00:00Z", ...options });
  const codespar = new CodeSpar({ apiKey, transport: sandbox.transport, maxRetries: 0, ...client });
  return { sandbox, codespar };
}

/** What the simulated providers did. */
export function listEffects(sandbox: Sandbox) {
  return sandbox.calls.filter(({ effect }) => effect);
}

/** A Pix of so much. */
export function pixCall(amount: number) {
  return { name: "codespar_pay", arguments: { method: "pix", amount, currency: "BRL" } } as const;
}

/** What a call rejects with. */
export async function rejection(call: PromiseLike<unknown>): Promise<unknown> {
  return Promise.resolve(call).then(
    (value) => {
      throw new Error(`Expected a rejection, got ${JSON.stringify(value)}.`);
    },
    (error: unknown) => error,
  );
}
