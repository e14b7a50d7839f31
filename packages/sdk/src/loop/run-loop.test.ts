import type { ToolResult } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { OutcomeUnknownError } from "../errors/api-errors.ts";
import { CodeSparError } from "../errors/codespar-error.ts";
import { createWireError } from "../errors/create-api-error.ts";
import { outcomeUnknown } from "../middleware/outcome.ts";
import { result as anyResult } from "../testing/answers.ts";
import { fakeRuntime } from "../testing/fake-runtime.ts";
import type { LoopContext } from "./loop-context.ts";
import type { LoopOptions } from "./loop-options.ts";
import { memoryJournal } from "./memory-journal.ts";
import { dataOf } from "./previous-results.ts";
import { runLoop } from "./run-loop.ts";

type Answer = ToolResult | Error;
interface Made {
  name: string;
  arguments: object;
  key: string | undefined;
}

/** A shop whose tools answer as told, by tool name, else with success. */
function shop(answers: Record<string, Answer[]> = {}) {
  const made: Made[] = [];
  const { runtime, settle, waits } = fakeRuntime();
  const execute: LoopContext["execute"] = async ({ name, arguments: args }, { idempotencyKey, signal }) => {
    signal?.throwIfAborted();
    made.push({ name, arguments: args, key: idempotencyKey });
    const answer = answers[name]?.shift() ?? success(name);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const run = (options: LoopOptions) => settle(runLoop({ execute, runtime }, options));
  return { made, run, waits, names: () => made.map(({ name }) => name) };
}

function success(tool: string): ToolResult {
  return { ...anyResult, tool, data: { payment_id: `${tool}_1` } };
}

const declined: ToolResult = {
  ...success("codespar_pay"),
  success: false,
  data: null,
  error: { code: "card_declined", message: "Declined." },
};
const down = () => wire("provider_unavailable", 503, true);
const invalid = () => wire("invalid_arguments", 400, false);

function wire(error: string, status: number, retryable: boolean, headers = {}) {
  return createWireError({ error, message: `It is ${error}.`, retryable }, { status, headers });
}

const pay = {
  id: "pay",
  name: "codespar_pay",
  arguments: { method: "pix", amount: 1, currency: "BRL" },
} as const;
const step = (id: string, more: object = {}) => ({ id, name: `tool_${id}`, arguments: {}, ...more });
const undo = (id: string) => () => ({ name: `undo_${id}`, arguments: { id } });

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
      /when of step a threw: SyntaxError: .*Nothing was called; mend it and run again\.$/,
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

describe("loop: journal", () => {
  it("goes on where it stopped, and does nothing twice", async () => {
    const journal = memoryJournal();
    const { run, names } = shop({ tool_c: [down()] });
    const steps = [step("a"), step("b", { when: () => false }), step("c")];
    expect((await run({ id: "o", journal, steps })).status).toBe("failed");
    const again = await run({
      id: "o",
      journal,
      steps: steps.map(({ when: _, ...rest }: { when?: unknown } & ReturnType<typeof step>) => rest),
    });
    expect(again).toMatchObject({
      status: "completed",
      completedSteps: 2,
      steps: [{}, { status: "skipped" }, {}],
    });
    expect(again.results[0]).toEqual(success("tool_a"));
    expect(names()).toEqual(["tool_a", "tool_c", "tool_c"]);
  });

  it("repeats a step with the arguments that went with its key", async () => {
    const journal = memoryJournal();
    let minute = 0;
    const steps = [{ id: "a", name: "tool_a", arguments: () => ({ minute: ++minute }) }];
    const { run, made } = shop({ tool_a: [down()] });
    await run({ id: "o", journal, steps });
    await run({ id: "o", journal, steps });
    expect(made.map((call) => call.arguments)).toEqual([{ minute: 1 }, { minute: 1 }]);
  });

  it("goes on with arguments that were mended after a refusal, under the same key", async () => {
    const journal = memoryJournal();
    const { run, made } = shop({ tool_a: [invalid()] });
    const steps = (amount: number) => [{ id: "a", name: "tool_a", arguments: { amount } }];
    expect((await run({ id: "o", journal, steps: steps(-5) })).status).toBe("failed");
    expect((await run({ id: "o", journal, steps: steps(5) })).status).toBe("completed");
    expect(made).toMatchObject([
      { arguments: { amount: -5 }, key: "o/a" },
      { arguments: { amount: 5 }, key: "o/a" },
    ]);
  });

  it.each([
    [{ amount: Number.NaN }, "arguments.amount: is NaN"],
    [{ amount: 5n }, "arguments.amount: is a BigInt"],
    [undefined, "arguments: must be an object."],
    [null, "arguments: must be an object."],
    [["pix"], "arguments: must be an object."],
  ])("never writes arguments down that JSON would change, such as %s", async (wrong, message) => {
    const journal = memoryJournal();
    const { run, made } = shop();
    // What a caller without types passes.
    const steps = (args: unknown) => [{ id: "a", name: "tool_a", arguments: () => args as never }];
    const outcome = await run({ id: "o", journal, steps: steps(wrong) });
    expect(outcome).toMatchObject({
      status: "failed",
      steps: [{ attempts: 0, error: { message: expect.stringContaining(message) } }],
    });
    expect(await journal.read("o")).toHaveLength(1);
    expect((await run({ id: "o", journal, steps: steps({ amount: 5 }) })).status).toBe("completed");
    expect(made).toHaveLength(1);
  });

  it("refuses a definition that has changed, and names the difference", async () => {
    const journal = memoryJournal();
    const { run, names } = shop();
    await run({ id: "o", journal, steps: [step("a"), step("b")] });
    await expect(run({ id: "o", journal, steps: [step("a"), step("x")] })).rejects.toThrow(
      "was b (tool_b) when the journal was written and is x (tool_x) now",
    );
    expect(names()).toEqual(["tool_a", "tool_b"]);
  });
});

describe("loop: compensation", () => {
  const steps = [
    step("a", { compensate: undo("a") }),
    step("quote"),
    step("b", { compensate: undo("b") }),
    step("c", { compensate: undo("c") }),
  ];

  it("undoes completed steps in reverse, with keys of their own", async () => {
    const { run, made } = shop({ tool_c: [invalid()] });
    const outcome = await run({ id: "o", steps });
    expect(outcome.status).toBe("compensated");
    expect(outcome.steps.map(({ status }) => status)).toEqual([
      "compensated",
      "completed",
      "compensated",
      "failed",
    ]);
    expect(made.slice(4)).toEqual([
      { name: "undo_b", arguments: { id: "b" }, key: "o/b:undo" },
      { name: "undo_a", arguments: { id: "a" }, key: "o/a:undo" },
    ]);
    expect(outcome.completedSteps).toBe(1);
  });

  it("names what could not be undone, and undoes the rest", async () => {
    const { run } = shop({ tool_c: [invalid()], undo_b: [{ ...declined, tool: "undo_b" }] });
    const outcome = await run({ steps });
    expect(outcome.status).toBe("partially_compensated");
    expect(outcome.steps).toMatchObject([
      { status: "compensated" },
      {},
      { id: "b", status: "not_compensated", error: { code: "card_declined" } },
      { status: "failed" },
    ]);
  });

  it("names the step whose `compensate` throws, and undoes the rest", async () => {
    const { run, names } = shop({ tool_c: [invalid()] });
    const throws = () => {
      throw new TypeError("no payment_id");
    };
    const outcome = await run({
      steps: [step("a", { compensate: undo("a") }), step("b", { compensate: throws }), step("c")],
    });
    expect(outcome).toMatchObject({
      status: "partially_compensated",
      steps: [
        { status: "compensated" },
        { id: "b", status: "not_compensated", error: { code: "step_function_threw" } },
        { status: "failed" },
      ],
    });
    expect(names()).toEqual(["tool_a", "tool_b", "tool_c", "undo_a"]);
  });

  it("is partial while the failed step may have happened", async () => {
    const unknown = outcomeUnknown({ tool: "tool_c", idempotencyKey: "o/c" }, new Error("reset"));
    const { run } = shop({ tool_c: [unknown] });
    const outcome = await run({ steps });
    expect(outcome.status).toBe("partially_compensated");
    expect(OutcomeUnknownError.isInstance(outcome.steps[3]?.error)).toBe(true);
  });

  it("only goes on undoing when it is run again, and never builds on what was undone", async () => {
    const journal = memoryJournal();
    const { run, names } = shop({ tool_c: [invalid()], undo_a: [down()] });
    expect((await run({ id: "o", journal, steps })).status).toBe("partially_compensated");
    const again = await run({ id: "o", journal, steps });
    expect(again).toMatchObject({
      status: "compensated",
      steps: [{}, {}, {}, { error: { code: "invalid_arguments" } }],
    });
    expect(names().slice(3)).toEqual(["tool_c", "undo_b", "undo_a", "undo_a"]);
  });
});

describe("loop: runStep", () => {
  it("hands each step to the engine by name, as JSON, and takes recorded outcomes instead of calling", async () => {
    const recorded = new Map<string, string>();
    const runStep: LoopOptions["runStep"] = async (name, run) => {
      if (!recorded.has(name)) recorded.set(name, JSON.stringify(await run()));
      return JSON.parse(recorded.get(name) ?? "");
    };
    const { run, names } = shop({ tool_b: [wire("policy_denied", 403, false)] });
    const steps = [step("a", { compensate: undo("a") }), step("b")];
    const first = await run({ id: "o", steps, runStep });
    const replayed = await run({ id: "o", steps, runStep });
    expect([...recorded.keys()]).toEqual(["a", "b", "a:undo"]);
    expect(names()).toEqual(["tool_a", "tool_b", "undo_a"]);
    for (const outcome of [first, replayed]) {
      expect(outcome).toMatchObject({
        status: "compensated",
        steps: [
          { status: "compensated" },
          { error: { name: "PermissionError", code: "policy_denied", status: 403 } },
        ],
      });
    }
  });

  it("throws to the engine what may pass, so that the engine can try again", async () => {
    const seen: unknown[] = [];
    const runStep: LoopOptions["runStep"] = async (_name, run) =>
      run().catch((error) => {
        seen.push(error.code);
        return run();
      });
    const { run } = shop({ tool_a: [down()] });
    expect((await run({ steps: [step("a")], runStep })).status).toBe("completed");
    expect(seen).toEqual(["provider_unavailable"]);
  });

  it("lets pass what the engine throws to suspend: no step fails, nothing is undone", async () => {
    const suspended = new Error("suspended");
    const { run, names } = shop();
    const steps = [step("a", { compensate: undo("a") }), step("b")];
    const runStep: LoopOptions["runStep"] = async (name, go) => {
      if (name === "b") throw suspended;
      return go();
    };
    await expect(run({ steps, runStep })).rejects.toBe(suspended);
    expect(names()).toEqual(["tool_a"]);
  });

  it("does not take a step for failed whose engine forgot to return what it gave", async () => {
    const { run, names } = shop();
    const steps = [step("a", { compensate: undo("a") }), step("b")];
    const runStep: LoopOptions["runStep"] = async (name, go) => {
      const given = await go();
      // What a caller without types forgets.
      return name === "b" ? Object(undefined).nothing : given;
    };
    await expect(run({ steps, runStep })).rejects.toThrow("runStep has to return what `run` gives");
    expect(names()).toEqual(["tool_a", "tool_b"]);
  });

  it("lets pass what the engine throws while it undoes", async () => {
    const suspended = new Error("suspended");
    const { run } = shop({ tool_b: [invalid()] });
    const steps = [step("a", { compensate: undo("a") }), step("b")];
    const runStep: LoopOptions["runStep"] = async (name, go) => {
      if (name === "a:undo") throw suspended;
      return go();
    };
    await expect(run({ steps, runStep })).rejects.toBe(suspended);
  });

  it("fails the step when the engine gives up with a CodeSparError", async () => {
    const { run, names } = shop();
    const steps = [step("a", { compensate: undo("a") }), step("b")];
    const runStep: LoopOptions["runStep"] = async (name, go) => {
      if (name === "b") throw new CodeSparError({ code: "gave_up", message: "Tried ten times." });
      return go();
    };
    expect(await run({ steps, runStep })).toMatchObject({
      status: "compensated",
      steps: [{}, { error: { code: "gave_up" } }],
    });
    expect(names()).toEqual(["tool_a", "undo_a"]);
  });

  it("is not undone for certain when the engine gives up on a step that may have happened", async () => {
    const { run, names } = shop();
    const steps = [step("a", { compensate: undo("a") }), step("b")];
    const runStep: LoopOptions["runStep"] = async (name, go) => {
      if (name === "b") throw new CodeSparError({ code: "outcome_unknown", message: "Tried ten times." });
      return go();
    };
    expect(await run({ steps, runStep })).toMatchObject({ status: "partially_compensated" });
    expect(names()).toEqual(["tool_a", "undo_a"]);
  });
});

describe("loop: a journal that fails", () => {
  const full = new Error("disk full");
  const steps = [step("a", { compensate: undo("a") }), step("b")];

  it.each(["step.started", "step.completed"])("ends the run at %s and undoes nothing", async (type) => {
    const journal = memoryJournal();
    let isFull = true;
    const { run, made, names } = shop();
    const failing: LoopOptions["journal"] = {
      read: journal.read,
      append(id, entry) {
        if (isFull && entry.type === type && "step" in entry && entry.step === "b") throw full;
        return journal.append(id, entry);
      },
    };
    await expect(run({ id: "o", journal: failing, steps })).rejects.toBe(full);
    expect(names()).not.toContain("undo_a");

    isFull = false;
    expect((await run({ id: "o", journal: failing, steps })).status).toBe("completed");
    expect(new Set(made.map(({ key }) => key))).toEqual(new Set(["o/a", "o/b"]));
  });

  it("is released whatever happens, but not by a run that could not read it", async () => {
    const released: string[] = [];
    const { run } = shop({ tool_a: [invalid()] });
    const journal = (read: () => []) => ({
      read,
      append() {},
      release: (id: string) => {
        released.push(id);
      },
    });
    await run({ id: "o", journal: journal(() => []), steps });
    expect(released).toEqual(["o"]);
    const busy = () => {
      throw full;
    };
    await expect(run({ id: "p", journal: journal(busy), steps })).rejects.toBe(full);
    expect(released).toEqual(["o"]);
  });
});
