import OpenAI from "openai";

/** One tool call of the scripted model; `arguments` may be text, whole or broken. */
export interface ScriptedCall {
  id: string;
  name: string;
  arguments: unknown;
}

/** One reply of the scripted model: calls, or words. */
export type Turn = ScriptedCall[] | string;

export interface RecordedRequest {
  url: string;
  body: Record<string, unknown> & { messages: ToolMessage[]; input: OutputItem[] };
}

interface ToolMessage {
  role: string;
  tool_call_id: string;
  content: string;
}

interface OutputItem {
  type: string;
  call_id: string;
  output: string;
}

/** The real client over a model that says what it is told to say, turn by turn. */
export function scriptedOpenAI(turns: Turn[]) {
  const requests: RecordedRequest[] = [];
  const left = [...turns];
  const client = new OpenAI({
    apiKey: "sk-test",
    maxRetries: 0,
    async fetch(input, init) {
      const url = String(input);
      const body = JSON.parse(String(init?.body));
      requests.push({ url, body });
      const turn = left.shift();
      if (turn === undefined) return Response.json({ error: { message: "no turn left" } }, { status: 500 });
      const id = `turn_${requests.length}`;
      if (url.endsWith("/responses")) return result(body, toResponse(turn, id), responseEvents);
      return result(body, toCompletion(turn, id), completionChunks);
    },
  });
  return { client, requests };
}

function result<Body>(
  request: { stream?: boolean },
  body: Body,
  toEvents: (body: Body) => object[],
): Response {
  if (request.stream !== true) return Response.json(body);
  const events = toEvents(body).map((event) => `data: ${JSON.stringify(event)}\n\n`);
  return new Response(`${events.join("")}data: [DONE]\n\n`, {
    headers: { "content-type": "text/event-stream" },
  });
}

function getText(args: unknown): string {
  return typeof args === "string" ? args : JSON.stringify(args);
}

function toCompletion(turn: Turn, id: string) {
  const tool_calls =
    typeof turn === "string"
      ? undefined
      : turn.map(({ id, name, arguments: args }) => ({
          id,
          type: "function",
          function: { name, arguments: getText(args) },
        }));
  const message = {
    role: "assistant",
    content: typeof turn === "string" ? turn : null,
    refusal: null,
    ...(tool_calls && { tool_calls }),
  };
  const finish_reason = tool_calls === undefined ? "stop" : "tool_calls";
  return {
    id,
    object: "chat.completion",
    created: 1,
    model: "gpt-scripted",
    choices: [{ index: 0, message, finish_reason, logprobs: null }],
  };
}

function completionChunks({ choices: [choice], ...completion }: ReturnType<typeof toCompletion>) {
  const chunk = (delta: object, finish_reason: string | null = null) => ({
    ...completion,
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta, finish_reason }],
  });
  const { content, tool_calls = [] } = choice?.message ?? {};
  const chunks = [chunk({ role: "assistant", content })];
  for (const [index, call] of tool_calls.entries()) {
    const text = call.function.arguments;
    chunks.push(
      chunk({
        tool_calls: [{ index, ...call, function: { name: call.function.name, arguments: text.slice(0, 5) } }],
      }),
    );
    chunks.push(chunk({ tool_calls: [{ index, function: { arguments: text.slice(5) } }] }));
  }
  return [...chunks, chunk({}, choice?.finish_reason)];
}

function toResponse(turn: Turn, id: string) {
  const output =
    typeof turn === "string"
      ? [
          {
            type: "message",
            id: `msg_${id}`,
            role: "assistant",
            status: "completed",
            content: [{ type: "output_text", text: turn, annotations: [] }],
          },
        ]
      : turn.map(({ id: call_id, name, arguments: args }) => ({
          type: "function_call",
          id: `fc_${call_id}`,
          call_id,
          name,
          arguments: getText(args),
          status: "completed",
        }));
  return {
    id,
    object: "response",
    created_at: 1,
    status: "completed",
    model: "gpt-scripted",
    output,
    error: null,
    incomplete_details: null,
    instructions: null,
    metadata: {},
    parallel_tool_calls: true,
    tools: [],
    tool_choice: "auto",
    temperature: 1,
    top_p: 1,
  };
}

function responseEvents(response: ReturnType<typeof toResponse>) {
  const events: object[] = [
    { type: "response.created", response: { ...response, status: "in_progress", output: [] } },
  ];
  for (const [output_index, item] of response.output.entries()) {
    const isCall = item.type === "function_call";
    events.push({
      type: "response.output_item.added",
      output_index,
      item: isCall
        ? { ...item, arguments: "", status: "in_progress" }
        : { ...item, content: [], status: "in_progress" },
    });
    if (isCall && "arguments" in item) {
      events.push({
        type: "response.function_call_arguments.delta",
        output_index,
        item_id: item.id,
        delta: item.arguments,
      });
      events.push({
        type: "response.function_call_arguments.done",
        output_index,
        item_id: item.id,
        name: item.name,
        arguments: item.arguments,
      });
    }
    events.push({ type: "response.output_item.done", output_index, item });
  }
  return [...events, { type: "response.completed", response }].map((event, sequence_number) => ({
    ...event,
    sequence_number,
  }));
}
