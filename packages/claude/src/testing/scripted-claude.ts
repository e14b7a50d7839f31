import Anthropic from "@anthropic-ai/sdk";

type Block = { type: "text"; text: string } | { type: "tool_use"; id: string; name: string; input: unknown };

/** One reply of the scripted model. */
export interface Turn {
  content: Block[];
  stop_reason?: string;
}

export interface RecordedRequest {
  body: Record<string, unknown> & { messages: { role: string; content: unknown }[] };
  headers: Headers;
}

/** The real client over a model that says what it is told to say, turn by turn. */
export function scriptedClaude(turns: Turn[]) {
  const requests: RecordedRequest[] = [];
  const left = [...turns];
  const client = new Anthropic({
    apiKey: "sk-ant-test",
    maxRetries: 0,
    async fetch(_url, init) {
      const body = JSON.parse(String(init?.body));
      requests.push({ body, headers: new Headers(init?.headers) });
      const turn = left.shift();
      if (turn === undefined)
        return Response.json(
          { type: "error", error: { type: "api_error", message: "no turn left" } },
          { status: 500 },
        );
      const message = toMessage(turn, `msg_${requests.length}`);
      if (body.stream !== true) return Response.json(message);
      return new Response(toEvents(message), { headers: { "content-type": "text/event-stream" } });
    },
  });
  return { client, requests };
}

export function toolUse(id: string, name: string, input: unknown): Block {
  return { type: "tool_use", id, name, input };
}

export function say(text: string): Turn {
  return { content: [{ type: "text", text }] };
}

function toMessage({ content, stop_reason }: Turn, id: string) {
  const isCall = content.some(({ type }) => type === "tool_use");
  return {
    id,
    type: "message",
    role: "assistant",
    model: "claude-scripted",
    content: content.map((block) =>
      block.type === "tool_use" ? { ...block, caller: { type: "direct" } } : block,
    ),
    stop_reason: stop_reason ?? (isCall ? "tool_use" : "end_turn"),
    stop_sequence: null,
    usage: { input_tokens: 1, output_tokens: 1 },
  };
}

function toEvents(message: ReturnType<typeof toMessage>): string {
  const events: { type: string; [key: string]: unknown }[] = [
    { type: "message_start", message: { ...message, content: [], stop_reason: null } },
  ];
  for (const [index, block] of message.content.entries()) {
    if (block.type === "tool_use") {
      const text = JSON.stringify(block.input);
      events.push({ type: "content_block_start", index, content_block: { ...block, input: {} } });
      for (const partial_json of [text.slice(0, 7), text.slice(7)]) {
        events.push({
          type: "content_block_delta",
          index,
          delta: { type: "input_json_delta", partial_json },
        });
      }
    } else {
      events.push({ type: "content_block_start", index, content_block: { type: "text", text: "" } });
      events.push({ type: "content_block_delta", index, delta: { type: "text_delta", text: block.text } });
    }
    events.push({ type: "content_block_stop", index });
  }
  const { stop_reason, stop_sequence, usage } = message;
  events.push(
    { type: "message_delta", delta: { stop_reason, stop_sequence }, usage },
    { type: "message_stop" },
  );
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join("");
}
