import type Anthropic from "@anthropic-ai/sdk";
import type { Session } from "@codespar/sdk";
import { describe, expect, it } from "vitest";
import type { HandleOptions } from "../options.ts";
import { openSession, pix } from "../testing/open-session.ts";
import { say, scriptedClaude, type Turn, toolUse } from "../testing/scripted-claude.ts";
import { getTools } from "../tools/get-tools.ts";
import { handleMessage } from "./handle-message.ts";
import { handleToolUse } from "./handle-tool-use.ts";

/** The loop that an application writes. */
async function converse(
  session: Session,
  turns: Turn[],
  { stream = false, ...options }: HandleOptions & { stream?: boolean } = {},
) {
  const { client, requests } = scriptedClaude(turns);
  const tools = await getTools(session);
  const messages: Anthropic.MessageParam[] = [{ role: "user", content: "Sell me a coffee." }];
  for (;;) {
    const params = { model: "claude-scripted", max_tokens: 1024, tools, messages };
    const message = stream
      ? await client.messages.stream(params).finalMessage()
      : await client.messages.create(params);
    messages.push({ role: "assistant", content: message.content });
    const reply = await handleMessage(session, message, options);
    if (reply === undefined) return { requests, messages, message };
    messages.push(reply);
  }
}

/** What the model reads in the request of a turn. */
function resultsIn(messages: readonly { content: unknown }[], index: number) {
  // The adapter's own messages hold nothing but results.
  const blocks = messages[index]?.content as Anthropic.ToolResultBlockParam[];
  return blocks.map(({ content, ...block }) => ({ ...block, content: JSON.parse(String(content)) }));
}

describe("Claude's Messages API", () => {
  it.each([false, true])("buys over two turns, streaming: %s", async (stream) => {
    const { session, sandbox, effects } = await openSession();
    const { messages, requests } = await converse(
      session,
      [
        { content: [{ type: "text", text: "One moment." }, toolUse("toolu_1", "codespar_pay", pix)] },
        { content: [toolUse("toolu_2", "codespar_checkout", { amount: 5000, currency: "BRL" })] },
        say("Here you are."),
      ],
      { stream },
    );
    expect(resultsIn(messages, 2)[0]).toMatchObject({
      type: "tool_result",
      tool_use_id: "toolu_1",
      content: { status: "pending", amount: 5000, pix: { qr_code: expect.stringMatching(/^000201/) } },
    });
    expect(resultsIn(messages, 2)[0]).not.toHaveProperty("is_error");
    expect(resultsIn(messages, 4)[0]?.content.url).toMatch(/^https?:/);
    expect(requests).toHaveLength(3);
    expect(effects()).toBe(2);
    await sandbox.close();
  });

  it("carries out parallel calls at once and returns them in order, in one message", async () => {
    const { session, sandbox } = await openSession();
    sandbox.faults.set("asaas", { slowMs: 30 });
    const { messages } = await converse(session, [
      {
        content: [
          toolUse("toolu_1", "codespar_pay", pix),
          toolUse("toolu_2", "codespar_discover", { query: "pix" }),
          toolUse("toolu_3", "codespar_pay", { ...pix, amount: 1.5 }),
        ],
      },
      say("Done."),
    ]);
    expect(messages).toHaveLength(4);
    const results = resultsIn(messages, 2);
    expect(results.map(({ tool_use_id }) => tool_use_id)).toEqual(["toolu_1", "toolu_2", "toolu_3"]);
    expect(results.map(({ is_error }) => is_error)).toEqual([undefined, undefined, true]);
  });

  it("reports a declined card as the provider's response", async () => {
    const { session } = await openSession();
    const card = { ...pix, method: "credit_card", card_token: "tok_chargeDeclinedInsufficientFunds" };
    const { messages } = await converse(session, [
      { content: [toolUse("toolu_1", "codespar_pay", card)] },
      say("Your card was declined."),
    ]);
    expect(resultsIn(messages, 2)[0]).toMatchObject({
      is_error: true,
      content: {
        status: "refused",
        code: "card_declined",
        provider_code: "insufficient_funds",
        retryable: false,
      },
    });
  });

  it("lets the model correct its arguments", async () => {
    const { session, effects } = await openSession();
    const { messages } = await converse(session, [
      { content: [toolUse("toolu_1", "codespar_pay", { ...pix, amount: 50.5 })] },
      { content: [toolUse("toolu_2", "codespar_pay", { ...pix, amount: 5050, description: null })] },
      say("Done."),
    ]);
    expect(resultsIn(messages, 2)[0]).toMatchObject({
      is_error: true,
      content: { code: "invalid_arguments", retryable: true, issues: [{ path: "arguments.amount" }] },
    });
    expect(resultsIn(messages, 4)[0]?.content).toMatchObject({ amount: 5050, status: "pending" });
    expect(effects()).toBe(1);
  });

  it("goes to another provider when one is down, and the model need not know", async () => {
    const { session, sandbox } = await openSession();
    sandbox.faults.set("asaas", { down: true });
    const { messages } = await converse(session, [
      { content: [toolUse("toolu_1", "codespar_pay", pix)] },
      say("Done."),
    ]);
    expect(resultsIn(messages, 2)[0]?.content).toMatchObject({ status: "pending", amount: 5000 });
    expect(sandbox.calls.filter(({ effect }) => effect).map(({ provider }) => provider)).toEqual([
      "mercadopago",
    ]);
  });

  it("pays once when a message is replayed after a crash", async () => {
    const { session, codespar, effects } = await openSession();
    const block = { type: "tool_use", id: "toolu_1", name: "codespar_pay", input: pix } as const;
    const before = await handleToolUse(session, block, { idempotencyScope: "conversation_7" });
    const elsewhere = await codespar.sessions.create({ servers: ["asaas"] });
    const after = await handleToolUse(elsewhere, block, { idempotencyScope: "conversation_7" });
    expect(after).toEqual(before);
    expect(effects()).toBe(1);
    await handleToolUse(session, { ...block, id: "toolu_2" }, { idempotencyScope: "conversation_7" });
    expect(effects()).toBe(2);
  });

  it("ends with the reason of the caller's abort, half way through", async () => {
    const { session, sandbox, untilPaying } = await openSession();
    sandbox.faults.set("asaas", { slowMs: 60_000 });
    const controller = new AbortController();
    const reason = new Error("the customer left");
    const calls = {
      content: [toolUse("toolu_1", "codespar_discover", {}), toolUse("toolu_2", "codespar_pay", pix)],
    };
    const running = converse(session, [calls, say("Never said.")], { signal: controller.signal });
    void untilPaying().then(() => controller.abort(reason));
    await expect(running).rejects.toBe(reason);
    await sandbox.close();
  });

  it("does not carry out the call in which the output was cut off", async () => {
    const { session, effects } = await openSession();
    const { messages } = await converse(session, [
      { content: [toolUse("toolu_1", "codespar_pay", pix)], stop_reason: "max_tokens" },
      say("I see."),
    ]);
    expect(resultsIn(messages, 2)[0]).toMatchObject({
      is_error: true,
      content: { code: "invalid_arguments" },
    });
    expect(effects()).toBe(0);
  });

  it("leaves blocks of other toolsets alone", async () => {
    const { session } = await openSession();
    const block = { ...toolUse("toolu_1", "click", {}), caller: { type: "direct" }, toolset_name: "browser" };
    // A block as the API sends it; building the whole union member by hand would say no more.
    const message = { content: [block], stop_reason: "tool_use" } as unknown as Anthropic.Message;
    expect(await handleMessage(session, message)).toBeUndefined();
  });

  it("shows the caller what happens meanwhile", async () => {
    const { session } = await openSession();
    const seen: string[] = [];
    await converse(session, [{ content: [toolUse("toolu_1", "codespar_pay", pix)] }, say("Done.")], {
      onEvent: (event, { id }) => seen.push(`${id} ${event.type}`),
    });
    expect(seen[0]).toBe("toolu_1 tool_call.started");
    expect(seen).toContain("toolu_1 tool_call.routed");
    expect(seen.at(-1)).toBe("toolu_1 tool_call.completed");
  });

  it("keeps a model to the tools that it was given", async () => {
    const { session, effects } = await openSession();
    const allowedTools = ["codespar_discover"];
    const { messages } = await converse(
      session,
      [{ content: [toolUse("toolu_1", "codespar_pay", pix)] }, say("No.")],
      { allowedTools },
    );
    expect(resultsIn(messages, 2)[0]).toMatchObject({ is_error: true, content: { code: "unknown_tool" } });
    expect(effects()).toBe(0);
  });
});
