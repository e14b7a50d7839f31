import { createSandbox, type SandboxOptions } from "@codespar/sandbox";
import { CodeSpar, type Session, type ToolCallInput } from "@codespar/sdk";
import * as ai from "ai";
import { generateText, type ModelMessage, stepCountIs, streamText, ToolLoopAgent } from "ai";
import { describe, expect, it } from "vitest";
import { getToolApproval } from "./approvals/get-tool-approval.ts";
import type { GetToolsOptions } from "./options.ts";
import { type Script, scriptedModel } from "./testing/scripted-model.ts";
import { getTools } from "./tools/get-tools.ts";

const pix = { method: "pix", amount: 5000, currency: "BRL" };
const call = (id: string, input: unknown = pix, name = "codespar_pay") => ({ id, name, input });

async function open(options: SandboxOptions = {}, policy?: Session["policy"]) {
  const sandbox = createSandbox({ seed: 1, now: "2026-03-02T12:00:00Z", ...options });
  const codespar = new CodeSpar({ apiKey: "csk_test_vercel", transport: sandbox.transport, maxRetries: 0 });
  const session = await codespar.sessions.create({ preset: "brazilian", policy });
  const effects = () => sandbox.calls.filter(({ effect }) => effect).length;
  return { sandbox, codespar, session, effects };
}

type Opened = Awaited<ReturnType<typeof open>>;

async function run({ session }: Pick<Opened, "session">, script: Script, options: GetToolsOptions = {}) {
  const { model, prompts } = scriptedModel(script);
  const tools = await getTools(session, options);
  const result = await generateText({
    model,
    tools,
    stopWhen: stepCountIs(10),
    prompt: "Sell it.",
    ...(options.signal === undefined ? {} : { abortSignal: options.signal }),
  });
  return { result, prompts, results: prompts.flatMap((prompt) => prompt.results) };
}

const read = (value: unknown) => JSON.parse(String(value));

describe("getTools", () => {
  it("gives the six meta-tools with their risk, in a fixed order", async () => {
    const { session } = await open();
    const tools = await getTools(session);
    expect(Object.keys(tools)).toEqual([
      "codespar_discover",
      "codespar_checkout",
      "codespar_pay",
      "codespar_invoice",
      "codespar_ship",
      "codespar_notify",
    ]);
    expect(tools.codespar_pay).toMatchObject({
      type: "dynamic",
      metadata: { codespar: { risk: "moves_money", server: "codespar", kind: "meta" } },
    });
  });

  it("gives native tools when asked", async () => {
    const { session } = await open();
    const tools = await getTools(session, { tools: ["asaas_get_balance", "codespar_pay"] });
    expect(Object.keys(tools)).toEqual(["codespar_pay", "asaas_get_balance"]);
  });

  it("charges and then issues the invoice of what was charged", async () => {
    const world = await open();
    const { result, results } = await run(world, [
      { calls: [call("call_1", { ...pix, customer: { name: "Ana", document: "111.444.777-35" } })] },
      ({ results: [paid] }) => ({
        calls: [
          call(
            "call_2",
            {
              type: "nfe",
              payment_id: read(paid?.value).payment_id,
              customer: {
                name: "Ana",
                document: "111.444.777-35",
                address: { postal_code: "01310-100", number: "1578" },
              },
              items: [{ description: "Camiseta", quantity: 1, unit_amount: 5000, code: "61091000" }],
            },
            "codespar_invoice",
          ),
        ],
      }),
      { text: "Here is your Pix." },
    ]);
    expect(result.text).toBe("Here is your Pix.");
    expect(results.map(({ type }) => type)).toEqual(["text", "text"]);
    expect(read(results[0]?.value)).toMatchObject({ status: "pending", amount: 5000 });
    expect(read(results[1]?.value)).toMatchObject({ type: "nfe", access_key: expect.any(String) });
  });

  it("runs parallel calls and answers them in order", async () => {
    const world = await open();
    const { results } = await run(world, [
      { calls: [1000, 2000, 3000].map((amount) => call(`call_${amount}`, { ...pix, amount })) },
    ]);
    expect(results.map(({ value }) => read(value).amount)).toEqual([1000, 2000, 3000]);
    expect(world.effects()).toBe(3);
  });

  it("streams preliminary results before the final one", async () => {
    const world = await open();
    const { model } = scriptedModel([{ calls: [call("call_1")] }, { text: "Done." }]);
    const tools = await getTools(world.session);
    const result = streamText({ model, tools, stopWhen: stepCountIs(5), prompt: "Sell it." });
    const outputs: unknown[] = [];
    // `stream` on ai 7; `fullStream` is its name on 6.
    for await (const part of result.stream ?? result.fullStream) {
      if (part.type === "tool-result") outputs.push({ preliminary: part.preliminary, output: part.output });
    }
    expect(await result.text).toBe("Done.");
    expect(outputs[0]).toMatchObject({ preliminary: true, output: { status: "running" } });
    expect(outputs).toContainEqual({
      preliminary: true,
      output: { status: "running", tool_call_id: expect.any(String), provider: "asaas" },
    });
    const last = outputs.at(-1);
    expect(last).toMatchObject({ output: { success: true, provider: "asaas", data: { amount: 5000 } } });
    expect(last).not.toMatchObject({ preliminary: true });
    expect(world.effects()).toBe(1);
  });

  it("works in a ToolLoopAgent, also without preliminary results", async () => {
    const world = await open();
    const { model, prompts } = scriptedModel([{ calls: [call("call_1")] }, { text: "Done." }]);
    const tools = await getTools(world.session, { preliminary: false });
    const agent = new ToolLoopAgent({ model, tools });
    expect((await agent.generate({ prompt: "Sell it." })).text).toBe("Done.");
    expect(read(prompts[1]?.results[0]?.value)).toMatchObject({ amount: 5000 });
  });

  it("reports a declined card as an error that is the provider's word", async () => {
    const world = await open();
    const card = { ...pix, method: "credit_card", card_token: "tok_chargeDeclined" };
    const { result, results } = await run(world, [{ calls: [call("call_1", card)] }, { text: "Sorry." }]);
    expect(result.text).toBe("Sorry.");
    expect(results[0]?.type).toBe("error-text");
    expect(read(results[0]?.value)).toMatchObject({ status: "refused", retryable: false });
  });

  it("lets the model correct invalid arguments, for nothing", async () => {
    const world = await open();
    const { results } = await run(world, [
      { calls: [call("call_1", { ...pix, amount: 50.5, currency: null })] },
      { calls: [call("call_2")] },
    ]);
    expect(results[0]?.type).toBe("error-text");
    expect(read(results[0]?.value)).toMatchObject({
      code: "invalid_arguments",
      retryable: true,
      issues: expect.arrayContaining([expect.objectContaining({ path: "arguments.amount" })]),
    });
    expect(read(results[1]?.value)).toMatchObject({ status: "pending" });
  });

  it.each([
    ["truncated JSON", "codespar_pay", '{"method":"pix","amo'],
    ["a tool that does not exist", "codespar_pya", pix],
  ])("survives %s", async (_, name, input) => {
    const world = await open();
    const { result, results } = await run(world, [
      { calls: [call("call_1", input, name)] },
      { text: "I will try another way." },
    ]);
    expect(results[0]?.type).toBe("error-text");
    expect(result.text).toBe("I will try another way.");
    expect(world.effects()).toBe(0);
  });

  it("falls back to another provider when the first is down", async () => {
    const world = await open({ faults: { asaas: { down: true } } });
    const { result, results } = await run(world, [{ calls: [call("call_1")] }, { text: "Done." }]);
    expect(read(results[0]?.value)).toMatchObject({ status: "pending" });
    const [step] = result.steps;
    expect(step?.toolResults[0]?.output).toMatchObject({ provider: "mercadopago" });
  });

  it("pays once when a conversation is replayed after a crash", async () => {
    const world = await open();
    const script: Script = [{ calls: [call("call_1")] }];
    await run(world, script, { idempotencyScope: "conversation_1" });
    const { results } = await run(world, script, { idempotencyScope: "conversation_1" });
    expect(read(results[0]?.value)).toMatchObject({ status: "pending" });
    expect(world.effects()).toBe(1);
  });

  it("pays twice in two conversations whose providers count their calls", async () => {
    const world = await open();
    const script: Script = [{ calls: [call("call_0")] }];
    await run(world, script, { idempotencyScope: "conversation_1" });
    await run(world, script, { idempotencyScope: "conversation_2" });
    expect(world.effects()).toBe(2);
  });

  it.each([
    ["a closed session", async ({ session }: Opened) => session.close(), "session_closed"],
    ["an expired session", ({ sandbox }: Opened) => sandbox.clock.advance("31m"), "session_expired"],
  ])("tells the model of %s and the loop ends well", async (_, spoil, code) => {
    const world = await open();
    const tools = await getTools(world.session);
    await spoil(world);
    const { model, prompts } = scriptedModel([{ calls: [call("call_1")] }, { text: "Sorry." }]);
    const { text } = await generateText({ model, tools, stopWhen: stepCountIs(5), prompt: "Sell it." });
    expect(text).toBe("Sorry.");
    expect(read(prompts[1]?.results[0]?.value)).toMatchObject({ code, retryable: false });
  });

  it("ends the run with the caller's own abort", async () => {
    const world = await open({ faults: { asaas: { slowMs: 60_000 } } });
    const controller = new AbortController();
    const { model } = scriptedModel([{ calls: [call("call_1")] }, { text: "never" }]);
    const tools = await getTools(world.session, {
      onEvent: ({ type }) => {
        if (type === "tool_call.routed") controller.abort(new Error("the customer left"));
      },
    });
    const running = generateText({
      model,
      tools,
      stopWhen: stepCountIs(5),
      prompt: "Sell it.",
      abortSignal: controller.signal,
    });
    await expect(running).rejects.toThrow("the customer left");
  });

  it("never shows the key to the model", async () => {
    const { session } = await open();
    const execute = (_: ToolCallInput) => Promise.reject(new TypeError("odd csk_test_secret"));
    const tools = await getTools(Object.assign(session, { execute }), { preliminary: false });
    const { model, prompts } = scriptedModel([{ calls: [call("call_1")] }]);
    await generateText({ model, tools, stopWhen: stepCountIs(5), prompt: "Sell it." });
    expect(prompts[1]?.results[0]?.value).toMatch(/unexpected_error/);
    expect(prompts[1]?.results[0]?.value).not.toMatch(/secret/);
  });
});

describe("approval", () => {
  // ai 6 has no toolApproval: there each tool asks, and the call's option is ignored.
  const isSix = !("isStepCount" in ai);

  /** Runs until somebody is asked, then again with their answer. */
  async function runAsking(
    { session }: Pick<Opened, "session">,
    script: Script,
    approved: boolean,
    toolOptions: GetToolsOptions = {},
  ) {
    const { model, prompts } = scriptedModel(script);
    const tools = await getTools(session, { ...toolOptions, needsApproval: isSix });
    const options = {
      model,
      tools,
      stopWhen: stepCountIs(5),
      ...(isSix ? {} : { toolApproval: getToolApproval(tools) }),
    };
    const prompt: ModelMessage[] = [{ role: "user", content: "Sell it." }];
    const first = await generateText({ ...options, messages: prompt });
    const asked = first.content.filter((part) => part.type === "tool-approval-request");
    const approvals = asked.map(({ approvalId }) => ({
      type: "tool-approval-response" as const,
      approvalId,
      approved,
    }));
    const responses: ModelMessage[] = [...first.response.messages, { role: "tool", content: approvals }];
    return {
      asked: asked.map(({ toolCall }) => toolCall.toolCallId),
      answer: () => generateText({ ...options, messages: [...prompt, ...responses] }),
      prompts,
    };
  }

  it("asks before money moves, runs once the user approved, and never asks before a read", async () => {
    const world = await open();
    const script: Script = [
      { calls: [call("call_1"), call("call_2", { action: "get", payment_id: "pay_1" })] },
      { text: "Done." },
    ];
    const { asked, answer } = await runAsking(world, script, true);
    expect(asked).toEqual(["call_1"]);
    expect(world.effects()).toBe(0);
    expect((await answer()).text).toBe("Done.");
    expect(world.effects()).toBe(1);
  });

  const message = call(
    "call_1",
    { channel: "whatsapp", to: "+5511987654321", message: "Oi" },
    "codespar_notify",
  );
  const script: Script = [{ calls: [message] }, { text: "Done." }];
  const policy: Session["policy"] = { require_approval: { risk: ["send"] } };

  it("asks for what the session's policy holds back, and then has CodeSpar's own approval given", async () => {
    const world = await open({}, policy);
    const approve = async ({ approval_id }: { approval_id: string }) => {
      await world.codespar.approvals.approve(approval_id, { by: "maria" });
      return true;
    };
    const { asked, answer } = await runAsking(world, script, true, { approve });
    expect(asked).toEqual(["call_1"]);
    expect(world.effects()).toBe(0);
    expect((await answer()).text).toBe("Done.");
    expect(world.effects()).toBe(1);
    const [approval] = (await world.codespar.approvals.list()).data;
    expect(approval).toMatchObject({ status: "used", decided_by: "maria", tool: "codespar_notify" });
  });

  it("does nothing when the user says no", async () => {
    const world = await open({}, policy);
    const { answer } = await runAsking(world, script, false, { approve: () => true });
    await answer();
    expect(world.effects()).toBe(0);
    expect((await world.codespar.approvals.list()).data).toEqual([]);
  });

  it("knows a tool that was wrapped, and leaves tools of others alone", async () => {
    const { session } = await open();
    const { codespar_pay } = await getTools(session);
    if (codespar_pay === undefined) return expect.fail("codespar_pay is missing");
    const theirs = ai.dynamicTool({ inputSchema: ai.jsonSchema({ type: "object" }), execute: () => 1 });
    const asks = getToolApproval({ wrapped: { ...codespar_pay }, theirs });
    expect(asks({ toolCall: { toolName: "wrapped", input: pix } })).toBe("user-approval");
    expect(asks({ toolCall: { toolName: "theirs", input: pix } })).toBeUndefined();
    expect(asks({ toolCall: { toolName: "toString", input: pix } })).toBeUndefined();
  });
});
