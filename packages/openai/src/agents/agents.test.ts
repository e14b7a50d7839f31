import type { Session } from "@codespar/sdk";
import { AuthenticationError } from "@codespar/sdk";
import { Agent, RunContext, Runner } from "@openai/agents";
import { assistantMessage, functionCall, ScriptedModel } from "@openai/agents/testing";
import { describe, expect, it } from "vitest";
import { openSession, pix } from "../testing/open-session.ts";
import type { AgentToolsOptions } from "./agent-tools-options.ts";
import { getTools } from "./get-tools.ts";

type Call = [id: string, name: string, args: string | Record<string, unknown>];

const runner = new Runner({ tracingDisabled: true });

async function makeAgent(session: Session, turns: (Call[] | string)[], options: AgentToolsOptions = {}) {
  const model = new ScriptedModel(
    turns.map((turn) =>
      typeof turn === "string"
        ? [assistantMessage(turn)]
        : turn.map(([callId, name, args]) => functionCall(name, args, { callId })),
    ),
  );
  const agent = new Agent({ name: "Shop", model, tools: await getTools(session, options) });
  /** What the model reads in its n-th turn, by call id. */
  const results = (turn: number) => {
    const input = model.calls[turn]?.request.input;
    const outputs = (Array.isArray(input) ? input : []).filter(
      (item) => item.type === "function_call_result",
    );
    return Object.fromEntries(outputs.map(({ callId, output }) => [callId, read(output)]));
  };
  return { agent, model, results };
}

function read(output: unknown) {
  const text = typeof output === "object" && output !== null && "text" in output ? output.text : output;
  return String(text).startsWith("{") ? JSON.parse(String(text)) : text;
}

describe.each([false, true])("OpenAI's Agents SDK, streaming: %s", (stream) => {
  async function run(agent: Agent, signal?: AbortSignal) {
    const options = signal === undefined ? {} : { signal };
    if (!stream) return runner.run(agent, "Sell me a coffee.", options);
    const streamed = await runner.run(agent, "Sell me a coffee.", { ...options, stream: true });
    for await (const _ of streamed);
    await streamed.completed;
    return streamed;
  }

  it("buys over two turns, in parallel where the model asks for it", async () => {
    const { session, effects } = await openSession();
    const { agent, results } = await makeAgent(session, [
      [
        ["call_1", "codespar_pay", { ...pix, customer: null }],
        ["call_2", "codespar_discover", { query: "pix" }],
      ],
      [["call_3", "codespar_checkout", { amount: 5000, currency: "BRL" }]],
      "Here you are.",
    ]);
    expect((await run(agent)).finalOutput).toBe("Here you are.");
    expect(results(1)).toMatchObject({
      call_1: { status: "pending", amount: 5000 },
      call_2: { matches: expect.anything() },
    });
    expect(results(2).call_3.url).toMatch(/^https?:/);
    expect(effects()).toBe(2);
  });

  it("goes on after a declined card, wrong arguments and truncated JSON", async () => {
    const { session, effects } = await openSession();
    const card = { ...pix, method: "credit_card", card_token: "tok_chargeDeclined" };
    const { agent, results } = await makeAgent(session, [
      [
        ["call_1", "codespar_pay", card],
        ["call_2", "codespar_pay", { ...pix, amount: 0.5 }],
        ["call_3", "codespar_pay", '{"method":"pix","amo'],
        ["call_4", "codespar_pay", ""],
      ],
      [["call_5", "codespar_pay", pix]],
      "Done.",
    ]);
    expect((await run(agent)).finalOutput).toBe("Done.");
    expect(results(1)).toMatchObject({
      call_1: { error: { status: "refused", code: "card_declined" } },
      call_2: { error: { code: "invalid_arguments", issues: [{ path: "arguments.amount" }] } },
      // The framework handles these itself, before a tool hears of them.
      call_3: expect.stringContaining("try again with valid JSON"),
      call_4: expect.stringContaining("try again with valid JSON"),
    });
    expect(results(2).call_5).toMatchObject({ status: "pending" });
    expect(effects()).toBe(2);
  });

  it("pays once when the run is started again", async () => {
    const { session, effects } = await openSession();
    const turns: (Call[] | string)[] = [[["call_1", "codespar_pay", pix]], "Done."];
    for (const _ of [1, 2]) await run((await makeAgent(session, turns)).agent);
    expect(effects()).toBe(1);
  });

  it("ends with the caller's abort, half way through", async () => {
    const { session, sandbox, untilPaying } = await openSession();
    sandbox.faults.set("asaas", { slowMs: 60_000 });
    const controller = new AbortController();
    const { agent, model } = await makeAgent(session, [[["call_1", "codespar_pay", pix]], "Never said."], {
      signal: controller.signal,
    });
    void untilPaying().then(() => controller.abort(new Error("the customer left")));
    await expect(run(agent)).rejects.toThrow(/the customer left/);
    expect(model.calls).toHaveLength(1);
    await sandbox.close();
  });
});

describe("a tool of OpenAI's Agents SDK", () => {
  it("rejects them in its own words where it is invoked directly, as realtime sessions do", async () => {
    const { session } = await openSession();
    const { agent } = await makeAgent(session, []);
    const pay = agent.tools.find((tool) => tool.type === "function" && tool.name === "codespar_pay");
    if (pay?.type !== "function") return expect.fail("codespar_pay is missing");
    const text = '{"method":"pix","amo';
    const toolCall = {
      type: "function_call" as const,
      callId: "call_1",
      name: "codespar_pay",
      arguments: text,
    };
    const response = await pay.invoke(new RunContext(), text, { toolCall });
    expect(read(response)).toMatchObject({ error: { code: "invalid_arguments", retryable: true } });
  });

  it("ends the run when the key is refused, which no model can fix", async () => {
    const { session } = await openSession();
    const { agent } = await makeAgent(session, [[["call_1", "codespar_pay", pix]], "Never said."]);
    const error = new AuthenticationError({
      code: "unauthorized",
      message: "This key is revoked.",
      status: 401,
    });
    Object.assign(session, { execute: () => Promise.reject(error) });
    await expect(runner.run(agent, "Sell me a coffee.")).rejects.toThrow(/This key is revoked/);
  });
});

describe("approval in OpenAI's Agents SDK", () => {
  const turns: (Call[] | string)[] = [[["call_1", "codespar_pay", pix]], "Done."];

  it("interrupts the run before a call that needs a person, and goes on once they approve", async () => {
    const { session, effects } = await openSession();
    const { agent, results } = await makeAgent(session, turns, {
      needsApproval: ({ risk }) => risk === "moves_money",
    });
    const interrupted = await runner.run(agent, "Sell me a coffee.");
    expect(interrupted.interruptions).toMatchObject([
      { rawItem: { name: "codespar_pay", callId: "call_1" } },
    ]);
    expect(effects()).toBe(0);
    for (const item of interrupted.interruptions) interrupted.state.approve(item);
    expect((await runner.run(agent, interrupted.state)).finalOutput).toBe("Done.");
    expect(results(1).call_1).toMatchObject({ status: "pending" });
    expect(effects()).toBe(1);
  });

  it("interrupts for what the session's policy holds back, then approves it with CodeSpar too", async () => {
    const policy = { require_approval: { above: { BRL: 1000 } } };
    const { session, codespar, effects } = await openSession(undefined, policy);
    const { agent, results } = await makeAgent(session, turns, {
      async approve({ approval_id }) {
        await codespar.approvals.approve(approval_id, { by: "maria" });
        return true;
      },
    });
    const interrupted = await runner.run(agent, "Sell me a coffee.");
    expect(interrupted.interruptions).toHaveLength(1);
    expect(effects()).toBe(0);
    for (const item of interrupted.interruptions) interrupted.state.approve(item);
    await runner.run(agent, interrupted.state);
    expect(results(1).call_1).toMatchObject({ status: "pending" });
    expect(effects()).toBe(1);
  });
});
