import type { ToolCallDetail } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { OutcomeUnknownError } from "../errors/api-errors.ts";
import { outcomeUnknown } from "../middleware/retry-or-unknown.ts";
import { declined, down, invalid, logged, shop, step, success, undo } from "../testing/loop-shop.ts";
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

  it("undoes nothing while the failed step may have happened, and goes on once that is known", async () => {
    const unknown = outcomeUnknown({ tool: "tool_c", idempotencyKey: "o/c" }, new Error("reset"));
    const journal = memoryJournal();
    const log: Record<string, ToolCallDetail> = { "o/c": logged("unknown", "tool_c", null) };
    const { run, names } = shop({ tool_c: [unknown] }, log);
    for (let round = 0; round < 2; round++) {
      const outcome = await run({ id: "o", journal, steps });
      expect(outcome).toMatchObject({ status: "failed", completedSteps: 3 });
      expect(OutcomeUnknownError.isInstance(outcome.steps[3]?.error)).toBe(true);
    }
    log["o/c"] = logged("succeeded", "tool_c", success("tool_c"));
    expect(await run({ id: "o", journal, steps })).toMatchObject({ status: "completed" });
    expect(names()).toEqual(["tool_a", "tool_quote", "tool_b", "tool_c"]);
  });

  it("looks an undoing up that an earlier run may have made, before it is made again", async () => {
    const journal = memoryJournal();
    const lost = outcomeUnknown({ tool: "undo_a", idempotencyKey: "o/a:undo" }, new Error("reset"));
    const log: Record<string, ToolCallDetail> = { "o/a:undo": logged("unknown", "undo_a", null) };
    const { run, names } = shop({ tool_c: [invalid()], undo_a: [lost] }, log);
    const partial = {
      status: "partially_compensated",
      steps: [{ status: "not_compensated", error: { code: "outcome_unknown" } }, {}, {}, {}],
    };
    expect(await run({ id: "o", journal, steps })).toMatchObject(partial);
    expect(await run({ id: "o", journal, steps })).toMatchObject(partial);
    // long after: what it returned is no longer kept, and that it happened is enough
    log["o/a:undo"] = logged("succeeded", "undo_a", null);
    expect(await run({ id: "o", journal, steps })).toMatchObject({ status: "compensated" });
    expect(names().slice(4)).toEqual(["undo_b", "undo_a"]);
  });

  it("makes the undoing again whose arguments were refused, and repeats another as it was", async () => {
    const journal = memoryJournal();
    let run = 0;
    const counted = (id: string) => () => ({ name: `undo_${id}`, arguments: { run } });
    const two = [step("a", { compensate: counted("a") }), step("b", { compensate: counted("b") }), step("c")];
    const { made, run: go } = shop({ tool_c: [invalid()], undo_a: [invalid()], undo_b: [down()] });
    for (run = 1; run <= 2; run++) await go({ id: "o", journal, steps: two });
    const undone = made.filter(({ name }) => name.startsWith("undo"));
    expect(undone.map(({ name, arguments: args }) => [name, args])).toEqual([
      ["undo_b", { run: 1 }],
      ["undo_a", { run: 1 }],
      ["undo_b", { run: 1 }],
      ["undo_a", { run: 2 }],
    ]);
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
