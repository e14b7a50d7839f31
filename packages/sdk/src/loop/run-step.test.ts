import { describe, expect, it } from "vitest";
import { CodeSparError } from "../errors/codespar-error.ts";
import { down, invalid, logged, shop, step, success, undo, wire } from "../testing/loop-shop.ts";
import type { LoopOptions } from "./loop-options.ts";

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

  it("undoes nothing when the engine gives up on a step that may have happened", async () => {
    const { run, names } = shop();
    const steps = [step("a", { compensate: undo("a") }), step("b")];
    const runStep: LoopOptions["runStep"] = async (name, go) => {
      if (name === "b") throw new CodeSparError({ code: "outcome_unknown", message: "Tried ten times." });
      return go();
    };
    expect(await run({ steps, runStep })).toMatchObject({
      status: "failed",
      steps: [{ status: "completed" }, { error: { code: "outcome_unknown" } }],
    });
    expect(names()).toEqual(["tool_a"]);
  });

  it("looks every step up, because an engine may run one again that it has not recorded", async () => {
    const { run, names, asked } = shop({}, { "o/a": logged("succeeded", "tool_a", success("tool_a")) });
    const steps = [step("a"), step("b")];
    const outcome = await run({ id: "o", steps, runStep: (_name, go) => go() });
    expect(outcome).toMatchObject({
      status: "completed",
      results: [{ replayed: true }, { replayed: false }],
    });
    expect(names()).toEqual(["tool_b"]);
    expect(asked).toEqual(["o/a", "o/b"]);
  });
});
