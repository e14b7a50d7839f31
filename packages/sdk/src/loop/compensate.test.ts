import { describe, expect, it } from "vitest";
import { OutcomeUnknownError } from "../errors/api-errors.ts";
import { outcomeUnknown } from "../middleware/outcome.ts";
import { declined, down, invalid, shop, step, undo } from "../testing/loop-shop.ts";
import { memoryJournal } from "./memory-journal.ts";

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
