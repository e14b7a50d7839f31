import { VERSION } from "@anthropic-ai/sdk/version";
import type { Session } from "@codespar/sdk";
import { describe, expect, it } from "vitest";
import type { RunnableToolsOptions } from "../options.ts";
import { openSession, pix } from "../testing/open-session.ts";
import { say, scriptedClaude, type Turn, toolUse } from "../testing/scripted-claude.ts";
import { getRunnableTools } from "./get-runnable-tools.ts";

const isBeforeThreads = VERSION.startsWith("0.");

type Way = { thread?: false; stream?: boolean };

async function run(
  session: Session,
  turns: Turn[],
  way: Way,
  options: RunnableToolsOptions = {},
  signal?: AbortSignal,
) {
  const { client, requests } = scriptedClaude(turns);
  const tools = await getRunnableTools(session, options);
  const { stream = false, ...thread } = way;
  const messages = [{ role: "user" as const, content: "Sell me a coffee." }];
  const params = {
    model: "claude-scripted",
    max_tokens: 1024,
    max_iterations: 9,
    tools,
    messages,
    ...thread,
  };
  const message = stream
    ? await client.beta.messages.toolRunner({ ...params, stream: true }, { signal }).runUntilDone()
    : await client.beta.messages.toolRunner(params, { signal }).runUntilDone();
  return { message, requests, results: requests.slice(1).map(({ body }) => lastResults(body.messages)) };
}

function lastResults(messages: { content: unknown }[]) {
  // The runner's own message with the results of our tools.
  const blocks = messages.at(-1)?.content as { content: unknown; is_error?: boolean; tool_use_id: string }[];
  return blocks.map(({ content, ...block }) => ({ ...block, content: JSON.parse(String(content)) }));
}

const ways: Way[] = [{}, { thread: false }, { stream: true }, { thread: false, stream: true }];

describe.each(ways)("Claude's tool runner, %j", (way) => {
  it("buys over two turns", async () => {
    const { session, effects } = await openSession();
    const { message, results, requests } = await run(
      session,
      [
        { content: [toolUse("toolu_1", "codespar_pay", pix), toolUse("toolu_2", "codespar_discover", {})] },
        { content: [toolUse("toolu_3", "codespar_checkout", { amount: 5000, currency: "BRL" })] },
        say("Here you are."),
      ],
      way,
    );
    expect(message.content).toMatchObject([{ text: "Here you are." }]);
    expect(results[0]).toMatchObject([
      { tool_use_id: "toolu_1", content: { status: "pending", amount: 5000 } },
      { tool_use_id: "toolu_2", content: { matches: expect.anything() } },
    ]);
    expect(results[1]?.[0]?.content.url).toMatch(/^https?:/);
    // 0.x has no threads and sends the option on.
    if (!isBeforeThreads) expect("thread" in (requests[0]?.body ?? {})).toBe(way.thread !== false);
    expect(effects()).toBe(2);
  });

  it("goes on after a declined card, wrong arguments and an unknown tool", async () => {
    const { session } = await openSession();
    const card = { ...pix, method: "credit_card", card_token: "tok_chargeDeclined" };
    const { results } = await run(
      session,
      [
        {
          content: [
            toolUse("toolu_1", "codespar_pay", card),
            toolUse("toolu_2", "codespar_pay", { ...pix, amount: 0.5 }),
          ],
        },
        { content: [toolUse("toolu_3", "codespar_pay", pix)] },
        say("Done."),
      ],
      way,
    );
    expect(results[0]).toMatchObject([
      { is_error: true, content: { status: "refused", code: "card_declined" } },
      { is_error: true, content: { code: "invalid_arguments", issues: [{ path: "arguments.amount" }] } },
    ]);
    expect(results[1]?.[0]).toMatchObject({ content: { status: "pending" } });
  });

  it("pays once when the runner is run again over the same reply", async () => {
    const { session, effects } = await openSession();
    const turns = [{ content: [toolUse("toolu_1", "codespar_pay", pix)] }, say("Done.")];
    const first = await run(session, turns, way);
    const second = await run(session, turns, way);
    expect(second.results).toEqual(first.results);
    expect(effects()).toBe(1);
  });

  it("ends with the caller's abort", async () => {
    const { session, sandbox, untilPaying } = await openSession();
    sandbox.faults.set("asaas", { slowMs: 60_000 });
    const controller = new AbortController();
    const turns = [{ content: [toolUse("toolu_1", "codespar_pay", pix)] }, say("Never said.")];
    const running = run(session, turns, way, {}, controller.signal);
    void untilPaying().then(() => controller.abort());
    await expect(running).rejects.toThrow(/abort/i);
    await sandbox.close();
  });
});
