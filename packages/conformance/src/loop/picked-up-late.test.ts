import type { Duration } from "@codespar/sandbox";
import { CodeSpar, CodeSparError, type LoopStep, memoryJournal } from "@codespar/sdk";
import { describe, expect, it } from "vitest";
import { apiKey, listEffects, moneyWorld, pixCall } from "../money/money-world.ts";

const steps: LoopStep[] = [{ id: "pay", ...pixCall(5000) }];

/** A loop whose process died after its payment was sent, `later` ago; `fault` is how the provider took it. */
async function pickedUp(
  later: Duration,
  fault: Parameters<ReturnType<typeof moneyWorld>["sandbox"]["faults"]["set"]>[1],
) {
  const { sandbox, codespar } = moneyWorld();
  sandbox.faults.set("asaas", fault);
  const journal = memoryJournal();
  // as the journal of a dead process: the step has begun, and nothing says how it ended
  await journal.append("order-1", { type: "loop.started", steps: [{ id: "pay", name: "codespar_pay" }] });
  await journal.append("order-1", { type: "step.started", step: "pay", arguments: pixCall(5000).arguments });
  const first = await codespar.sessions.create({ servers: ["asaas"] });
  await first.execute(pixCall(5000), { idempotencyKey: "order-1/pay" }).catch(() => {});
  sandbox.faults.clear();
  await sandbox.clock.advance(later);
  const session = await codespar.sessions.create({ servers: ["asaas"] });
  const outcome = await session.loop({ id: "order-1", steps, journal });
  return { sandbox, session, outcome, journal };
}

// findings/attack.md, 2: paid a second time after a day
describe("a loop that is picked up long after its process died", () => {
  it("has the payment that was made, within the day", async () => {
    const { sandbox, outcome } = await pickedUp("23h", {});
    expect(outcome).toMatchObject({ status: "completed", results: [{ success: true, replayed: true }] });
    expect(listEffects(sandbox)).toHaveLength(1);
  });

  it("pays nobody a second time, though neither key nor result are kept", async () => {
    const { sandbox, outcome, session, journal } = await pickedUp("49h", {});
    expect(outcome).toMatchObject({ status: "failed", steps: [{ error: { code: "step_result_erased" } }] });
    expect(listEffects(sandbox)).toHaveLength(1);
    // the way out that the message names
    const [error] = outcome.steps.map((step) => step.error);
    expect(CodeSparError.isInstance(error) && error.message).toContain('append {"type":"step.completed"');
    const found = { success: true, data: { payment_id: "pay_found" }, error: null, replayed: true } as const;
    const result = {
      ...found,
      tool_call_id: "tc_1",
      tool: "codespar_pay",
      server: "codespar",
      provider: "asaas",
    };
    const timed = { ...result, duration_ms: 1, called_at: "2026-11-21T12:00:00Z" };
    await journal.append("order-1", { type: "step.completed", step: "pay", result: timed, attempts: 1 });
    const again = await session.loop({ id: "order-1", steps, journal });
    expect(again).toMatchObject({ status: "completed", results: [{ data: { payment_id: "pay_found" } }] });
  });

  it("pays nobody a second time whose payment nobody could settle then", async () => {
    const { sandbox, outcome } = await pickedUp("49h", { commitThenTimeout: true, forget: true });
    expect(outcome).toMatchObject({ status: "failed", steps: [{ error: { code: "step_result_erased" } }] });
    expect(listEffects(sandbox)).toHaveLength(1);
  });

  it("pays what was never paid", async () => {
    const { sandbox, outcome } = await pickedUp("49h", { down: true });
    expect(outcome).toMatchObject({ status: "completed", results: [{ success: true, replayed: false }] });
    expect(listEffects(sandbox)).toHaveLength(1);
  });

  it("neither pays nor undoes while the log cannot be read", async () => {
    const { sandbox, codespar } = moneyWorld();
    const journal = memoryJournal();
    await journal.append("order-1", { type: "loop.started", steps: [{ id: "pay", name: "codespar_pay" }] });
    await journal.append("order-1", {
      type: "step.started",
      step: "pay",
      arguments: pixCall(5000).arguments,
    });
    const session = await codespar.sessions.create({ servers: ["asaas"] });
    const broken = new CodeSpar({
      apiKey,
      maxRetries: 0,
      transport: {
        async request(request) {
          if (request.path.endsWith("/reconcile")) throw new Error("The connection was lost.");
          return sandbox.transport.request(request);
        },
      },
    });
    const same = await broken.sessions.get(session.id);
    expect(await same.loop({ id: "order-1", steps, journal })).toMatchObject({
      status: "failed",
      steps: [{ error: { code: "outcome_unknown", idempotency_key: "order-1/pay" } }],
    });
    expect(listEffects(sandbox)).toHaveLength(0);
  });
});
