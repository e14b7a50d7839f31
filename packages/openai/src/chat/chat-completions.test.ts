import type { Session } from "@codespar/sdk";
import type OpenAI from "openai";
import { describe, expect, it } from "vitest";
import type { HandleOptions, RunnableToolsOptions } from "../options.ts";
import { openSession, pix } from "../testing/open-session.ts";
import { scriptedOpenAI, type Turn } from "../testing/scripted-openai.ts";
import { getRunnableTools } from "./get-runnable-tools.ts";
import { getTools } from "./get-tools.ts";
import { handleToolCall } from "./handle-tool-call.ts";

interface Way {
  runner: boolean;
  stream: boolean;
  options?: HandleOptions & RunnableToolsOptions;
}

/** The loop that an application writes, or `runTools`. Gives what the model read after each turn. */
async function converse(session: Session, turns: Turn[], way: Way) {
  const { client, requests } = scriptedOpenAI(turns);
  const said = way.runner ? await runTools(client, session, way) : await loop(client, session, way);
  const results = requests.slice(1).map(({ body }, index) => {
    const before = requests[index]?.body.messages.length ?? 0;
    return body.messages
      .slice(before + 1)
      .map(({ role, tool_call_id, content }) => ({ role, tool_call_id, content: JSON.parse(content) }));
  });
  return { said, requests, results };
}

const start = [{ role: "user" as const, content: "Sell me a coffee." }];

async function loop(client: OpenAI, session: Session, { stream, options }: Way) {
  // The streaming helper parses strict arguments itself and throws when they are broken.
  const tools = await getTools(session, { strict: !stream });
  const messages: OpenAI.ChatCompletionMessageParam[] = [...start];
  for (;;) {
    const params = { model: "gpt-scripted", tools, messages };
    const completion = stream
      ? await client.chat.completions.stream(params).finalChatCompletion()
      : await client.chat.completions.create(params);
    const message = completion.choices[0]?.message;
    if (message?.tool_calls === undefined || message.tool_calls.length === 0) return message?.content;
    messages.push(
      message,
      ...(await Promise.all(message.tool_calls.map((call) => handleToolCall(session, call, options)))),
    );
  }
}

async function runTools(client: OpenAI, session: Session, { stream, options }: Way) {
  const tools = await getRunnableTools(session, options);
  const params = { model: "gpt-scripted", tools, messages: start };
  const requestOptions = { signal: options?.signal };
  const runner = stream
    ? client.chat.completions.runTools({ ...params, stream: true }, requestOptions)
    : client.chat.completions.runTools(params, requestOptions);
  return runner.finalContent();
}

const ways: Way[] = [
  { runner: false, stream: false },
  { runner: false, stream: true },
  { runner: true, stream: false },
  { runner: true, stream: true },
];

describe.each(ways)("OpenAI's chat completions, %j", (way) => {
  it("buys over two turns", async () => {
    const { session, effects } = await openSession();
    const { said, results, requests } = await converse(
      session,
      [
        [{ id: "call_1", name: "codespar_pay", arguments: { ...pix, description: null } }],
        [{ id: "call_2", name: "codespar_checkout", arguments: { amount: 5000, currency: "BRL" } }],
        "Here you are.",
      ],
      way,
    );
    expect(said).toBe("Here you are.");
    expect(results[0]).toMatchObject([
      { role: "tool", tool_call_id: "call_1", content: { status: "pending", amount: 5000 } },
    ]);
    expect(results[1]?.[0]?.content.url).toMatch(/^https?:/);
    expect(requests[0]?.body.tools).toMatchObject([
      { type: "function", function: { strict: !way.runner && !way.stream } },
      {},
      {},
      {},
      {},
      {},
    ]);
    expect(effects()).toBe(2);
  });

  it("carries out parallel calls, identical ones too, and responds in order", async () => {
    const { session, effects } = await openSession();
    const { results } = await converse(
      session,
      [
        [
          { id: "call_1", name: "codespar_pay", arguments: pix },
          { id: "call_2", name: "codespar_pay", arguments: pix },
          { id: "call_3", name: "codespar_discover", arguments: { query: "pix" } },
        ],
        "Done.",
      ],
      way,
    );
    expect(results[0]?.map(({ tool_call_id }) => tool_call_id)).toEqual(["call_1", "call_2", "call_3"]);
    expect(results[0]?.[0]?.content.payment_id).not.toBe(results[0]?.[1]?.content.payment_id);
    expect(effects()).toBe(2);
  });

  it("goes on after a declined card, wrong arguments, truncated JSON and no arguments", async () => {
    const { session, effects } = await openSession();
    const card = { ...pix, method: "credit_card", card_token: "tok_chargeDeclined" };
    const { results, said } = await converse(
      session,
      [
        [
          { id: "call_1", name: "codespar_pay", arguments: card },
          { id: "call_2", name: "codespar_pay", arguments: { ...pix, amount: 0.5 } },
          { id: "call_3", name: "codespar_pay", arguments: '{"method":"pix","amo' },
          { id: "call_4", name: "codespar_pay", arguments: "" },
        ],
        [{ id: "call_5", name: "codespar_pay", arguments: pix }],
        "Done.",
      ],
      way,
    );
    expect(said).toBe("Done.");
    expect(results[0]?.map(({ content }) => content.error.code)).toEqual([
      "card_declined",
      "invalid_arguments",
      "invalid_arguments",
      "invalid_arguments",
    ]);
    expect(results[0]?.[1]?.content.error).toMatchObject({
      retryable: true,
      issues: [{ path: "arguments.amount" }],
    });
    expect(results[1]?.[0]?.content).toMatchObject({ status: "pending" });
    expect(effects()).toBe(2);
  });

  it("goes to another provider when one is down", async () => {
    const { session, sandbox } = await openSession();
    sandbox.faults.set("asaas", { down: true });
    const turns = [[{ id: "call_1", name: "codespar_pay", arguments: pix }], "Done."];
    const { results } = await converse(session, turns, way);
    expect(results[0]?.[0]?.content).toMatchObject({ status: "pending" });
    expect(sandbox.calls.at(-1)?.provider).toBe("mercadopago");
  });

  it("pays once when the conversation is replayed", async () => {
    const { session, effects } = await openSession();
    const turns = [[{ id: "call_1", name: "codespar_pay", arguments: pix }], "Done."];
    const first = await converse(session, turns, way);
    const second = await converse(session, turns, way);
    expect(second.results).toEqual(first.results);
    expect(effects()).toBe(1);
    await converse(session, turns, { ...way, options: { idempotencyScope: "another conversation" } });
    expect(effects()).toBe(2);
  });

  it("ends with the caller's abort, half way through", async () => {
    const { session, sandbox, untilPaying } = await openSession();
    sandbox.faults.set("asaas", { slowMs: 60_000 });
    const controller = new AbortController();
    const turns = [[{ id: "call_1", name: "codespar_pay", arguments: pix }], "Never said."];
    const options = { signal: controller.signal };
    const running = converse(session, turns, { ...way, options });
    void untilPaying().then(() => controller.abort(new Error("abort: the customer left")));
    await expect(running).rejects.toThrow(/abort/);
    await sandbox.close();
  });
});

describe("handleToolCall", () => {
  it("responds to a tool that does not exist with the nearest", async () => {
    const { session } = await openSession();
    const call = {
      id: "call_1",
      type: "function" as const,
      function: { name: "codespar_pya", arguments: "{}" },
    };
    const { content, ...message } = await handleToolCall(session, call);
    expect(message).toEqual({ role: "tool", tool_call_id: "call_1" });
    expect(JSON.parse(String(content)).error).toMatchObject({
      code: "unknown_tool",
      suggestions: expect.arrayContaining(["codespar_pay"]),
    });
  });

  it("refuses a custom call, which no tool of ours is", async () => {
    const { session } = await openSession();
    const call = { id: "call_1", type: "custom" as const, custom: { name: "codespar_pay", input: "pay 50" } };
    const { content } = await handleToolCall(session, call);
    expect(JSON.parse(String(content)).error).toMatchObject({ code: "invalid_arguments" });
  });
});
