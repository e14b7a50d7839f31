import type { Session } from "@codespar/sdk";
import type {
  ResponseFunctionToolCall,
  ResponseInputItem,
  ResponseOutputItem,
} from "openai/resources/responses/responses";
import { describe, expect, it } from "vitest";
import type { HandleOptions, RunnerOptions } from "../options.ts";
import { openSession, pix } from "../testing/open-session.ts";
import { scriptedOpenAI, type Turn } from "../testing/scripted-openai.ts";
import { getResponseTools } from "./get-response-tools.ts";
import { getRunnerFunctions } from "./get-runner-functions.ts";
import { handleFunctionCall } from "./handle-function-call.ts";

interface Way {
  runner: boolean;
  stream: boolean;
  options?: HandleOptions & RunnerOptions;
}

async function converse(session: Session, turns: Turn[], way: Way) {
  const { client, requests } = scriptedOpenAI(turns);
  const params = { model: "gpt-scripted", input: "Sell me a coffee." };
  if (way.runner) {
    const { ResponsesToolRunner } = await import("openai/helpers/responses-tool-runner");
    const runner = new ResponsesToolRunner({ functions: await getRunnerFunctions(session, way.options) });
    await runner.run(client, params, {
      stream: way.stream,
      ...(way.options?.signal && { signal: way.options.signal }),
    });
  } else {
    await loop(client, session, params, way);
  }
  return requests.slice(1).map(({ body }) => {
    const last = body.input.findLastIndex(({ type }) => type !== "function_call_output");
    return body.input.slice(last + 1).map(({ call_id, output }) => ({ call_id, output: JSON.parse(output) }));
  });
}

async function loop(
  client: ReturnType<typeof scriptedOpenAI>["client"],
  session: Session,
  params: { model: string; input: string },
  { stream, options }: Way,
) {
  const tools = await getResponseTools(session);
  const input: ResponseInputItem[] = [{ role: "user", content: params.input }];
  for (;;) {
    const request = { ...params, input, tools };
    const response = stream
      ? await client.responses.stream(request).finalResponse()
      : await client.responses.create(request);
    const calls = [...response.output].filter(isFunctionCall);
    if (calls.length === 0) return;
    input.push(
      ...calls.map(({ id, call_id, name, arguments: text }) => ({
        type: "function_call" as const,
        id: id ?? "",
        call_id,
        name,
        arguments: text,
      })),
    );
    input.push(...(await Promise.all(calls.map((call) => handleFunctionCall(session, call, options)))));
  }
}

function isFunctionCall(item: ResponseOutputItem): item is ResponseFunctionToolCall {
  return item.type === "function_call";
}

const ways: Way[] = [
  { runner: false, stream: false },
  { runner: false, stream: true },
  { runner: true, stream: false },
  { runner: true, stream: true },
];

// openai 6 has no such runner.
const hasRunner = await import("openai/helpers/responses-tool-runner").then(
  () => true,
  () => false,
);

describe.each(ways.filter(({ runner }) => hasRunner || !runner))("OpenAI's Responses, %j", (way) => {
  it("buys over two turns", async () => {
    const { session, effects } = await openSession();
    const results = await converse(
      session,
      [
        [
          { id: "call_1", name: "codespar_pay", arguments: { ...pix, customer: null } },
          { id: "call_2", name: "codespar_discover", arguments: { query: "nota fiscal" } },
        ],
        [{ id: "call_3", name: "codespar_checkout", arguments: { amount: 5000, currency: "BRL" } }],
        "Here you are.",
      ],
      way,
    );
    expect(results[0]).toMatchObject([
      { call_id: "call_1", output: { status: "pending", amount: 5000 } },
      { call_id: "call_2", output: { matches: expect.anything() } },
    ]);
    expect(results[1]?.[0]?.output.url).toMatch(/^https?:/);
    expect(effects()).toBe(2);
  });

  it("goes on after a declined card and wrong arguments", async () => {
    const { session } = await openSession();
    const card = { ...pix, method: "credit_card", card_token: "tok_chargeDeclined" };
    const results = await converse(
      session,
      [
        [
          { id: "call_1", name: "codespar_pay", arguments: card },
          { id: "call_2", name: "codespar_pay", arguments: { ...pix, amount: 0.5 } },
          { id: "call_3", name: "codespar_pay", arguments: {} },
        ],
        [{ id: "call_4", name: "codespar_pay", arguments: pix }],
        "Done.",
      ],
      way,
    );
    expect(results[0]?.map(({ output }) => output.error.code)).toEqual([
      "card_declined",
      "invalid_arguments",
      "invalid_arguments",
    ]);
    expect(results[1]?.[0]?.output).toMatchObject({ status: "pending" });
  });

  it("pays once when a run is started again with its scope, and twice for two calls alike", async () => {
    const { session, effects } = await openSession();
    const pay = { name: "codespar_pay", arguments: pix };
    const turns: Turn[] = [[{ id: "call_1", ...pay }], [{ id: "call_2", ...pay }], "Done."];
    const options = { idempotencyScope: "conversation_7" };
    const first = await converse(session, turns, { ...way, options });
    expect(effects()).toBe(2);
    expect(await converse(session, turns, { ...way, options })).toEqual(first);
    expect(effects()).toBe(2);
  });

  it("ends with the caller's abort, half way through", async () => {
    const { session, sandbox, untilPaying } = await openSession();
    sandbox.faults.set("asaas", { slowMs: 60_000 });
    const controller = new AbortController();
    const turns = [[{ id: "call_1", name: "codespar_pay", arguments: pix }], "Never said."];
    const running = converse(session, turns, { ...way, options: { signal: controller.signal } });
    void untilPaying().then(() => controller.abort(new Error("the customer left")));
    await expect(running).rejects.toThrow();
    await sandbox.close();
  });
});

describe("tools of OpenAI's Responses", () => {
  it("say what their output is when asked to", async () => {
    const { session } = await openSession();
    const [, , pay] = await getResponseTools(session, { outputSchemas: true });
    const [, , shape] = await session.tools({ kind: "meta" });
    expect(pay?.output_schema?.anyOf).toContainEqual(shape?.output_schema);
    const [quiet] = await getResponseTools(session);
    expect(quiet).not.toHaveProperty("output_schema");
  });

  it.runIf(hasRunner)("carry nothing out of a turn that the runner cannot read", async () => {
    const { session, effects } = await openSession();
    const turn = [
      { id: "call_1", name: "codespar_pay", arguments: pix },
      { id: "call_2", name: "codespar_pay", arguments: '{"method":"pix","amo' },
    ];
    await expect(converse(session, [turn, "Never said."], { runner: true, stream: false })).rejects.toThrow();
    expect(effects()).toBe(0);
  });

  it.runIf(hasRunner)("pay again when a run without a scope is started again", async () => {
    const { session, effects } = await openSession();
    const turns: Turn[] = [[{ id: "call_1", name: "codespar_pay", arguments: pix }], "Done."];
    for (const _ of [1, 2]) await converse(session, turns, { runner: true, stream: false });
    expect(effects()).toBe(2);
  });
});
