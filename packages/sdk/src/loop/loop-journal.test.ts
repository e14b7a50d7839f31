import type { ToolCallDetail } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { outcomeUnknown } from "../middleware/retry-or-unknown.ts";
import { declined, down, invalid, logged, shop, step, success, undo, wire } from "../testing/loop-shop.ts";
import type { LoopOptions } from "./loop-options.ts";
import { memoryJournal } from "./memory-journal.ts";

describe("loop: a step that an earlier run has begun", () => {
  /** A loop whose first run died after its call left. */
  async function died(
    log: Record<string, ToolCallDetail | Error>,
    responses: Parameters<typeof shop>[0] = {},
  ) {
    const journal = memoryJournal();
    const reset = outcomeUnknown({ tool: "tool_b", idempotencyKey: "o/b" }, new Error("reset"));
    const world = shop({ ...responses, tool_b: [reset, ...(responses.tool_b ?? [])] }, log);
    const steps = [step("a", { compensate: undo("a") }), step("b")];
    const run = () => world.run({ id: "o", journal, steps });
    await run();
    return { ...world, run };
  }

  it.each([
    ["was never heard of", {}, ["tool_a", "tool_b", "tool_b"]],
    ["failed", { "o/b": logged("failed", "tool_b", null) }, ["tool_a", "tool_b", "tool_b"]],
    [
      "runs still, and is joined",
      { "o/b": logged("running", "tool_b", null) },
      ["tool_a", "tool_b", "tool_b"],
    ],
    ["is another call's", { "o/b": logged("succeeded", "other", null) }, ["tool_a", "tool_b", "tool_b"]],
    ["was refused long ago", { "o/b": logged("refused", "tool_b", null) }, ["tool_a", "tool_b", "tool_b"]],
    ["happened", { "o/b": logged("succeeded", "tool_b", success("tool_b")) }, ["tool_a", "tool_b"]],
  ])("is made again only where nothing happened: it %s", async (_, log, expected) => {
    const { run, names, asked } = await died(log);
    expect(await run()).toMatchObject({ status: "completed" });
    expect(names()).toEqual(expected);
    expect(asked).toEqual(["o/b"]);
  });

  it.each([
    ["nobody can say", { "o/b": logged("unknown", "tool_b", null) }, "outcome_unknown"],
    ["the log cannot be asked", { "o/b": down() }, "outcome_unknown"],
    ["a state is not known yet", { "o/b": logged("paused" as "unknown", "tool_b", null) }, "outcome_unknown"],
    ["its result is gone", { "o/b": logged("succeeded", "tool_b", null) }, "step_result_erased"],
  ])("is neither made again nor undone while %s", async (_, log, code) => {
    const { run, names } = await died(log);
    expect(await run()).toMatchObject({
      status: "failed",
      steps: [{ status: "completed" }, { error: { code } }],
    });
    expect(names()).toEqual(["tool_a", "tool_b"]);
  });

  it("has the refusal that it met", async () => {
    const refusal = { ...declined, tool: "tool_b" };
    const { run, names } = await died({ "o/b": logged("refused", "tool_b", refusal) });
    expect(await run()).toMatchObject({
      status: "compensated",
      steps: [{}, { error: { code: "card_declined" } }],
    });
    expect(names()).toEqual(["tool_a", "tool_b", "undo_a"]);
  });

  it("is not one whose key belonged to another call", async () => {
    const journal = memoryJournal();
    const { run, asked } = shop({ tool_a: [wire("idempotency_conflict", 409, false)] });
    await run({ id: "o", journal, steps: [step("a")] });
    await run({ id: "o", journal, steps: [step("a")] });
    expect(asked).toEqual([]);
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

  it("goes on with arguments that were corrected after a refusal, under the same key", async () => {
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
