import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

interface ToolCall {
  name: string;
  arguments: object;
}

export interface ScriptedOpenai {
  /** For `OPENAI_BASE_URL`. */
  url: string;
  close(): Promise<void>;
}

/** Stands for OpenAI's HTTP endpoint: asks for one tool, and says what came of it. */
export async function startScriptedOpenai(call: ToolCall): Promise<ScriptedOpenai> {
  const server = createServer(async (request, response) => {
    const { messages } = JSON.parse(await text(request));
    const last = messages.at(-1);
    const isDone = last.role === "tool";
    const toolCall = {
      id: "call_1",
      type: "function",
      function: { ...call, arguments: JSON.stringify(call.arguments) },
    };
    const message = isDone ? { content: last.content } : { content: null, tool_calls: [toolCall] };
    response.setHeader("content-type", "application/json").end(
      JSON.stringify({
        id: "completion_1",
        object: "chat.completion",
        created: 0,
        model: "scripted",
        choices: [
          {
            index: 0,
            message: { role: "assistant", refusal: null, ...message },
            finish_reason: isDone ? "stop" : "tool_calls",
            logprobs: null,
          },
        ],
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://127.0.0.1:${port}/v1`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
