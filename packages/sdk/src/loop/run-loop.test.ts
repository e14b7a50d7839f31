import { describe, expect, it } from "vitest";
import { declined, down, invalid, shop, step, undo, wire } from "../testing/loop-shop.ts";
import { dataOf } from "./previous-results.ts";

const pay = {
  id: "pay",
  name: "codespar_pay",
  arguments: { method: "pix", amount: 1, currency: "BRL" },
} as const;

describe("loop", () => {
  it("runs steps in order, each with the results of those before it, by id and by index", async () => {
    const { run, made } = shop();
    const outcome = await run({
      id: "order-1",
      steps: [
        pay,
        {
          name: "codespar_invoice",
          arguments: (previous) => ({
            type: "nfe",
            payment_id: dataOf(previous, "pay", "codespar_pay").payment_id,
          }),
        },
        {
          id: "notify",
          name: "z_send",
          arguments: async (previous) => ({ about: previous[1]?.tool_call_id }),
        },
      ],
    });
    expect(outcome).toMatchObject({
      id: "order-1",
      status: "completed",
      completedSteps: 3,
      totalSteps: 3,
      steps: [{ id: "pay", attempts: 1 }, { id: "step-1" }, { id: "notify", status: "completed" }],
    });
    expect(made.map(({ key }) => key)).toEqual(["order-1/pay", "order-1/step-1", "order-1/notify"]);
    expect(made[1]?.arguments).toEqual({ type: "nfe", payment_id: "codespar_pay_1" });
    expect(made[2]?.arguments).toEqual({ about: "tc_1" });
  });

  it("skips a step by `when` without moving the others", async () => {
    const { run, names } = shop();
    const outcome = await run({
      steps: [
        step("a"),
        step("b", { when: () => false }),
        step("c", { when: (p: object) => "2" in p === false && "a" in p }),
      ],
    });
    expect(outcome.steps.map(({ status }) => status)).toEqual(["completed", "skipped", "completed"]);
    expect(outcome.results[1]).toBeUndefined();
    expect(outcome.completedSteps).toBe(2);
    expect(names()).toEqual(["tool_a", "tool_c"]);
  });

  it("stops at a failure, and never says success", async () => {
    const { run, names } = shop({ tool_b: [invalid()] });
    const outcome = await run({ steps: [step("a"), step("b"), step("c")] });
    expect(outcome).toMatchObject({
      status: "failed",
      steps: [
        { status: "completed" },
        { status: "failed", error: { code: "invalid_arguments" } },
        { status: "not_run" },
      ],
    });
    expect(names()).toEqual(["tool_a", "tool_b"]);
  });

  it("takes a business refusal for a failure, and does not repeat it", async () => {
    const { run, names } = shop({ codespar_pay: [declined] });
    const outcome = await run({ steps: [pay, step("ship")], retryPolicy: { maxRetries: 3 } });
    expect(outcome).toMatchObject({
      status: "failed",
      steps: [
        { status: "failed", result: declined, error: { code: "card_declined" } },
        { status: "not_run" },
      ],
    });
    expect(names()).toEqual(["codespar_pay"]);
  });

  it("goes on after a failure with abortOnError: false", async () => {
    const { run } = shop({ tool_a: [invalid()] });
    const outcome = await run({ steps: [step("a"), step("b")], abortOnError: false });
    expect(outcome).toMatchObject({
      status: "failed",
      steps: [{ status: "failed" }, { status: "completed" }],
    });
  });

  it.each([
    ["exponential", 1000, [1000, 2000, 4000]],
    ["exponential", 3000, [3000, 6000, 8000]],
    ["exponential", 60_000, [60_000, 60_000, 60_000]],
    ["linear", 1000, [1000, 2000, 3000]],
    ["linear", 60_000, [60_000, 60_000, 60_000]],
  ] as const)(
    "retries what may pass with %s backoff from %i ms and the same key",
    async (backoff, baseDelayMs, expected) => {
      const { run, made, waits } = shop({ tool_a: [down(), down(), down()] });
      const retryPolicy = { maxRetries: 3, backoff, baseDelayMs };
      const outcome = await run({ id: "o", steps: [step("a")], retryPolicy });
      expect(outcome).toMatchObject({ status: "completed", steps: [{ attempts: 4 }] });
      expect(waits).toEqual(expected);
      expect(new Set(made.map(({ key }) => key))).toEqual(new Set(["o/a"]));
    },
  );

  it("waits as long as Retry-After says, and a step's own policy wins", async () => {
    const limited = wire("rate_limited", 429, true, { "retry-after": "9" });
    const { run, waits } = shop({ tool_a: [limited] });
    const outcome = await run({
      steps: [step("a", { retry: { maxRetries: 1 } })],
      retryPolicy: { maxRetries: 0 },
    });
    expect(outcome.status).toBe("completed");
    expect(waits).toEqual([9000]);
  });

  it("keeps the result when a callback throws", async () => {
    const { run } = shop({ tool_b: [invalid()] });
    const oops = new Error("oops");
    const fail = () => {
      throw oops;
    };
    const outcome = await run({ steps: [step("a"), step("b")], onStepComplete: fail, onStepError: fail });
    expect(outcome.steps).toMatchObject([
      { status: "completed", callbackError: oops },
      { status: "failed", callbackError: oops, error: { code: "invalid_arguments" } },
    ]);
  });

  it("fails the step whose function throws, and runs nothing", async () => {
    const { run, names } = shop();
    const steps = [step("a", { when: () => JSON.parse("{") }), step("b")];
    const outcome = await run({ steps });
    expect(outcome).toMatchObject({
      status: "failed",
      steps: [{ attempts: 0, error: { code: "step_function_threw", retryable: false } }, {}],
    });
    expect(String(outcome.steps[0]?.error)).toMatch(
      /when of step a threw: SyntaxError: .*Nothing was called; fix it and run again\.$/,
    );
    expect(names()).toEqual([]);
  });

  it.each([
    ["two steps of one id", [step("a"), step("a")], "steps.1.id"],
    ["an id that is an index", [step("1")], "steps.0.id"],
    ["an id that could be part of another key", [step("a/b")], "steps.0.id"],
    ["no steps at all", Object(undefined).steps, "steps"],
    ["a number of retries that is none", [step("a", { retry: { maxRetries: Number.NaN } })], "maxRetries"],
  ])("refuses %s", async (_name, steps, path) => {
    await expect(shop().run({ steps })).rejects.toMatchObject({ issues: [{ path }] });
  });
});

describe("loop: abort", () => {
  it("says aborted, keeps what was done, and undoes nothing", async () => {
    const controller = new AbortController();
    const { run, names } = shop();
    const outcome = await run({
      steps: [step("a", { compensate: undo("a") }), step("b"), step("c")],
      signal: controller.signal,
      onStepComplete: (_step, index) => index === 1 && controller.abort(new Error("stop")),
    });
    expect(outcome.status).toBe("aborted");
    expect(outcome.steps.map(({ status }) => status)).toEqual(["completed", "completed", "not_run"]);
    expect(names()).toEqual(["tool_a", "tool_b"]);
  });
});
