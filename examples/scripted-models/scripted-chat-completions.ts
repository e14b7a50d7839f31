import { nextTurn, type Turn } from "./coffee-sale.ts";

/** Stands for OpenAI's chat completions, as a `fetch`. */
export function scriptedChatCompletions(): (url: unknown, init?: RequestInit) => Promise<Response> {
  let count = 0;
  return async function fetch(_url, init) {
    count += 1;
    const { messages, stream } = JSON.parse(String(init?.body));
    const turn = nextTurn(count, getText(messages.at(-1)?.content));
    return stream === true ? streamTurn(turn, count) : Response.json(toCompletion(turn, count));
  };
}

/** Content is a text, or parts of it. */
function getText(content: unknown): string {
  if (typeof content === "string") return content;
  return Array.isArray(content) ? content.map(({ text }) => text ?? "").join("") : "";
}

function toCompletion(turn: Turn, count: number): object {
  const choice = {
    index: 0,
    message: toMessage(turn, count),
    finish_reason: getReason(turn),
    logprobs: null,
  };
  return { ...head(count, "chat.completion"), choices: [choice], usage };
}

function streamTurn(turn: Turn, count: number): Response {
  const { tool_calls, ...message } = toMessage(turn, count);
  const delta = { ...message, tool_calls: tool_calls?.map((call, index) => ({ index, ...call })) };
  const chunk = { ...head(count, "chat.completion.chunk"), usage };
  const events = [
    { ...chunk, choices: [{ index: 0, delta, finish_reason: null }] },
    { ...chunk, choices: [{ index: 0, delta: {}, finish_reason: getReason(turn) }] },
  ];
  const lines = [...events.map((event) => JSON.stringify(event)), "[DONE]"].map(
    (data) => `data: ${data}\n\n`,
  );
  return new Response(lines.join(""), { headers: { "content-type": "text/event-stream" } });
}

const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };

function head(count: number, object: string) {
  return { id: `completion_${count}`, object, created: 0, model: "scripted" };
}

function getReason(turn: Turn): string {
  return typeof turn === "string" ? "stop" : "tool_calls";
}

function toMessage(turn: Turn, count: number) {
  const message = { role: "assistant", refusal: null };
  if (typeof turn === "string") return { ...message, content: turn, tool_calls: undefined };
  const { name, arguments: args } = turn;
  const call = { id: `call_${count}`, type: "function", function: { name, arguments: JSON.stringify(args) } };
  return { ...message, content: null, tool_calls: [call] };
}
