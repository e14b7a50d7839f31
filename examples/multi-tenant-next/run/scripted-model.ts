import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

interface Message {
  role: string;
  content: string | null;
}

export interface ScriptedModel {
  /** For `OPENAI_BASE_URL`. */
  url: string;
  close(): Promise<void>;
}

/** Stands for the model vendor's HTTP endpoint: charges what the user names by Pix, and then says so. */
export async function startScriptedModel(): Promise<ScriptedModel> {
  const server = createServer(async (request, response) => {
    const { messages }: { messages: Message[] } = JSON.parse(await text(request));
    response.setHeader("content-type", "application/json").end(JSON.stringify(getCompletion(messages)));
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

function getCompletion(messages: readonly Message[]): object {
  const last = messages.at(-1);
  const isDone = last?.role === "tool";
  const message = isDone
    ? { content: `Your Pix code: ${JSON.parse(last.content ?? "{}").pix.qr_code}` }
    : { content: null, tool_calls: [charge(last?.content ?? "")] };
  return {
    id: `completion_${messages.length}`,
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
  };
}

/** A call of codespar_pay for the first price in a text, as in "R$ 12.50". */
function charge(question: string): object {
  const [, reais = "0", cents = "00"] = /R\$ (\d+)\.(\d\d)/.exec(question) ?? [];
  const amount = Number(reais) * 100 + Number(cents);
  const args = JSON.stringify({ method: "pix", amount, currency: "BRL" });
  return {
    id: `call_${crypto.randomUUID()}`,
    type: "function",
    function: { name: "codespar_pay", arguments: args },
  };
}
