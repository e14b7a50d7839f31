import type { AdapterWorld, AdapterWorldOptions } from "./adapter-world.ts";

/** A tool call as a model made it; `arguments` is the text that came out of the model. */
export interface ScriptedCall {
  /** @default "call_1" */
  id?: string | undefined;
  name: string;
  arguments: string;
}

/** What the model, or the caller, has to be told. */
export type ExpectedFailure =
  | {
      status: "refused" | "failed" | "unknown" | "approval_required";
      code: string;
      retryable: boolean;
    }
  /** No model can fix it: thrown where the framework lets it pass. */
  | { throws: string };

/** One way in which a call goes wrong, the same for every adapter. */
export interface FailureCase {
  name: string;
  options?: AdapterWorldOptions | undefined;
  prepare?: ((world: AdapterWorld) => void | Promise<void>) | undefined;
  call: ScriptedCall;
  expected: ExpectedFailure;
  /** Things that happened in the outside world, all in all. @default 0 */
  effects?: number | undefined;
}

/** A Pix of R$ 50. */
export const pix: ScriptedCall = {
  name: "codespar_pay",
  arguments: '{"method":"pix","amount":5000,"currency":"BRL"}',
};

const pay = (fields: object): ScriptedCall => ({
  name: "codespar_pay",
  arguments: JSON.stringify({ method: "pix", amount: 5000, currency: "BRL", ...fields }),
});

const repairable = { status: "failed", code: "invalid_arguments", retryable: true } as const;
const final = { status: "failed", retryable: false } as const;

export const failureCases: readonly FailureCase[] = [
  {
    name: "a declined card",
    call: pay({ method: "credit_card", card_token: "tok_chargeDeclined" }),
    expected: { status: "refused", code: "card_declined", retryable: false },
    effects: 1,
  },
  {
    name: "an amount that is not in minor units",
    call: pay({ amount: 50.5 }),
    expected: repairable,
  },
  { name: "no arguments", call: { ...pix, arguments: "" }, expected: repairable },
  {
    name: "truncated JSON",
    call: { ...pix, arguments: '{"method":"pix","amount":50' },
    expected: repairable,
  },
  {
    name: "arguments that are a list",
    call: { ...pix, arguments: "[5000]" },
    expected: repairable,
  },
  {
    name: "a tool that does not exist",
    call: { ...pix, name: "codespar_pya" },
    expected: { ...final, code: "unknown_tool" },
  },
  {
    name: "the month's calls are used up",
    options: { usedBefore: 20_000 },
    call: pix,
    expected: { ...final, code: "quota_exceeded" },
  },
  {
    name: "every provider is down",
    prepare({ sandbox }) {
      for (const server of ["stripe", "mercadopago", "asaas"]) sandbox.faults.set(server, { down: true });
    },
    call: pix,
    expected: { status: "failed", code: "provider_unavailable", retryable: true },
  },
  {
    name: "a provider that did it and fell silent",
    prepare({ sandbox }) {
      sandbox.faults.set("asaas", { commitThenTimeout: true, forget: true });
    },
    call: pix,
    expected: { status: "unknown", code: "outcome_unknown", retryable: false },
    effects: 1,
  },
  {
    name: "a call that a person has to approve",
    options: { policy: { require_approval: { above: { BRL: 1000 } } } },
    call: pix,
    expected: { status: "approval_required", code: "approval_required", retryable: false },
  },
  {
    name: "a limit of the session's policy",
    options: { policy: { max_amount_per_call: { BRL: 1000 } } },
    call: pix,
    expected: { ...final, code: "policy_denied" },
  },
  {
    name: "a closed session",
    prepare: ({ session }) => session.close(),
    call: pix,
    expected: { ...final, code: "session_closed" },
  },
  {
    name: "an expired session",
    prepare: ({ sandbox }) => sandbox.clock.advance("31m"),
    call: pix,
    expected: { ...final, code: "session_expired" },
  },
  {
    name: "a wrong key",
    prepare: (world) => world.useKey("csk_live_wrong"),
    call: pix,
    expected: { throws: "unauthorized" },
  },
];
