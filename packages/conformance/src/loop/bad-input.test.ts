import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LoopStep } from "@codespar/sdk";
import { fileJournal } from "@codespar/sdk/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listEffects, moneyWorld, pixCall } from "../money/money-world.ts";
import { orderServers, orderSteps } from "./order-steps.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "codespar-loop-"));
  path = join(folder, "order-1.jsonl");
});
afterEach(() => rm(folder, { recursive: true }));

/** A sandbox, and a loop on it whose journal is the file. */
async function world() {
  const { sandbox, codespar } = moneyWorld();
  const session = await codespar.sessions.create({ servers: orderServers });
  const run = (steps: readonly LoopStep[], id = "order-1") =>
    session.loop({ id, steps, journal: fileJournal(path) });
  return { sandbox, session, run, calls: () => sandbox.calls.length };
}

describe("loops: what is refused executes nothing", () => {
  it("a journal of another loop", async () => {
    const { run, calls } = await world();
    await run(orderSteps);
    const before = calls();
    await expect(run(orderSteps, "order-2")).rejects.toMatchObject({ code: "journal_mismatch" });
    expect(calls()).toBe(before);
  });

  it("a corrupt line in the middle of the journal", async () => {
    const { run, calls } = await world();
    await run(orderSteps);
    const before = calls();
    await writeFile(
      path,
      (await readFile(path, "utf8")).replace('"type":"step.completed"', '"type":"step.comp'),
    );
    await expect(run(orderSteps)).rejects.toMatchObject({ code: "journal_corrupt", path, line: 4 });
    expect(calls()).toBe(before);
  });

  it("a definition that changed since the journal was written", async () => {
    const { run, calls } = await world();
    await run(orderSteps);
    const before = calls();
    await expect(run(orderSteps.toReversed())).rejects.toMatchObject({
      name: "InvalidRequestError",
      message: expect.stringContaining("was pay (codespar_pay) when the journal was written and is label"),
    });
    expect(calls()).toBe(before);
  });

  it("a second run while the first is under way", async () => {
    const { sandbox, run } = await world();
    const runs = await Promise.allSettled([run(orderSteps), run(orderSteps)]);
    // of two that come at once, both may be refused, but one always is
    const refusals = runs.flatMap((ended) => (ended.status === "rejected" ? [ended.reason] : []));
    expect(refusals[0]).toMatchObject({ code: "journal_in_use" });
    await run(orderSteps);
    expect(listEffects(sandbox).filter(({ provider }) => provider === "asaas")).toHaveLength(1);
  });

  it("a step whose key belongs to another call", async () => {
    const { session, sandbox, run } = await world();
    await session.execute(pixCall(1000), { idempotencyKey: "order-1/pay" });
    expect(await run(orderSteps)).toMatchObject({
      status: "failed",
      steps: [{ error: { name: "ConflictError", code: "idempotency_conflict" } }, {}, {}, {}],
    });
    expect(listEffects(sandbox)).toHaveLength(1);
  });

  it("a step function that throws", async () => {
    const { run, calls } = await world();
    const thrown = new Error("no such field");
    const fail = () => {
      throw thrown;
    };
    expect(await run([{ id: "pay", name: "codespar_pay", arguments: fail }])).toMatchObject({
      status: "failed",
      steps: [
        {
          error: {
            code: "step_function_threw",
            cause: thrown,
            message: expect.stringContaining(
              "arguments of step pay threw: Error: no such field. Nothing was called",
            ),
          },
          attempts: 0,
        },
      ],
    });
    expect(calls()).toBe(0);
  });

  it("a compensation that fails is named, and tried again when the loop is", async () => {
    const { sandbox, run } = await world();
    const steps: LoopStep[] = [
      {
        id: "pay",
        ...pixCall(5000),
        compensate: () => ({
          name: "codespar_pay",
          arguments: { action: "refund", payment_id: "pay_nobody" },
        }),
      },
      { id: "ship", name: "codespar_ship", arguments: { action: "label" } },
    ];
    const partial = {
      status: "partially_compensated",
      steps: [
        { id: "pay", status: "not_compensated", error: { code: expect.any(String) } },
        { id: "ship", status: "failed", error: { code: "invalid_arguments" } },
      ],
    };
    expect(await run(steps)).toMatchObject(partial);
    expect(await run(steps)).toMatchObject(partial);
    expect(listEffects(sandbox)).toHaveLength(1);
  });
});
