import { networkedStore } from "@codespar/backend/testing";
import type { PayOutput, ToolResult } from "@codespar/contract";
import type { Fault } from "@codespar/sandbox";
import { createSandbox } from "@codespar/sandbox";
import { APIError, CodeSpar } from "@codespar/sdk";
import { pix } from "../calls.ts";
import { type Break, breakingStore } from "./breaking-store.ts";

export interface Mishap {
  /** Where the store breaks. */
  breaks: readonly Break[];
  /** How Asaas misbehaves at first. */
  fault?: Fault | undefined;
  /** Whether Mercado Pago could take the call as well. */
  hasFallback?: boolean | undefined;
  /** Calls with the same key at the same time. */
  callers?: number | undefined;
  /** Whether the store is at the end of a network: opened in one round trip, begun dispatched. */
  isNetworked?: boolean | undefined;
}

export interface Outcome {
  /** What the callers were told, in rounds: all callers at once, then again once time has passed and Asaas works again. */
  rounds: (ToolResult<PayOutput> | APIError)[][];
  /** How many payments came into being at all providers, after each round. */
  effects: number[];
  /** What the log says of the calls that made them. */
  makers: string[];
  used: number;
  /** What reconcile says at the end. */
  status: string;
  /** Breaks that did not come about. */
  unbroken: Break[];
}

const key = { idempotencyKey: "order-42" };
const rounds = 4;

/** Takes one payment under one key, while things go wrong, until it is known what became of it. */
export async function takeOnePayment({
  breaks,
  fault,
  hasFallback = false,
  callers = 1,
  isNetworked = false,
}: Mishap): Promise<Outcome> {
  const pending = [...breaks];
  const sandbox = createSandbox({
    seed: 1,
    now: "2026-11-21T12:00:00Z",
    wrapStore: (store) => breakingStore(isNetworked ? { ...networkedStore(store) } : store, pending),
    // the store that is broken on purpose
    onError: () => {},
  });
  const codespar = new CodeSpar({ apiKey: "csk_test_faults", transport: sandbox.transport, maxRetries: 0 });
  if (fault !== undefined) sandbox.faults.set("asaas", fault);
  const outcome: Outcome = { rounds: [], effects: [], makers: [], used: 0, status: "", unbroken: [] };
  for (let round = 0; round < rounds; round++) {
    // the last round is on a working store
    if (round === rounds - 1) outcome.unbroken = pending.splice(0);
    const session = await codespar.sessions.create({
      servers: hasFallback ? ["asaas", "mercadopago"] : ["asaas"],
    });
    const calls = Array.from({ length: callers }, () =>
      session.execute(pix, key).then(
        (result) => result,
        (error: unknown) => {
          if (error instanceof APIError) return error;
          throw error;
        },
      ),
    );
    outcome.rounds.push(await whileTimePasses(sandbox, Promise.all(calls)));
    outcome.effects.push(sandbox.calls.filter(({ effect }) => effect).length);
    sandbox.faults.clear();
    // leases run out, unknown calls are asked about, circuits close
    await sandbox.clock.advance("2m");
  }
  for (const { effect, operationId } of sandbox.calls) {
    if (effect) outcome.makers.push((await codespar.toolCalls.get(operationId)).status);
  }
  outcome.used = (await codespar.usage.get({ tool_calls: false })).used;
  outcome.status = (await codespar.toolCalls.reconcile(key.idempotencyKey)).status;
  await sandbox.close();
  return outcome;
}

/** Moves the clock on whenever `work` waits for nothing else: a caller may wait for another one's lease to run out. */
async function whileTimePasses<Value>(
  sandbox: ReturnType<typeof createSandbox>,
  work: Promise<Value>,
): Promise<Value> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  for (let turn = 0; turn < 100; turn++) {
    for (let idle = 0; idle < 5 && !isDone; idle++) await new Promise((resolve) => setImmediate(resolve));
    if (isDone) return done;
    if (turn < 10 || turn % 10 === 0) await sandbox.clock.advance("20s");
    // a slow provider takes real time
    else await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("A caller waits for ever.");
}
