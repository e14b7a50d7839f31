/** Stands for chat completions: asks for a Pix, sends its code on, and says what it did. */
export function scriptedFetch(): (url: unknown, init?: RequestInit) => Promise<Response> {
  let turn = 0;
  return async function fetch(_url, init) {
    turn += 1;
    const { messages } = JSON.parse(String(init?.body));
    const isCall = turn < 3;
    const message = isCall ? { content: null, tool_calls: [getCall(turn, messages)] } : { content: words };
    return Response.json({
      id: `completion_${turn}`,
      object: "chat.completion",
      created: 0,
      model: "scripted",
      choices: [
        {
          index: 0,
          message: { role: "assistant", refusal: null, ...message },
          finish_reason: isCall ? "tool_calls" : "stop",
          logprobs: null,
        },
      ],
    });
  };
}

const words = "The Pix code for R$ 12.50 is on its way by WhatsApp.";

function getCall(turn: number, messages: { content: string }[]) {
  const id = `call_${crypto.randomUUID()}`;
  if (turn === 1) return toolCall(id, "codespar_pay", { method: "pix", amount: 1250, currency: "BRL" });
  const payment = JSON.parse(messages.at(-1)?.content ?? "{}");
  const message = `Your coffee: ${payment.pix.qr_code}`;
  return toolCall(id, "codespar_notify", { channel: "whatsapp", to: "+5511987654321", message });
}

function toolCall(id: string, name: string, args: object) {
  return { id, type: "function", function: { name, arguments: JSON.stringify(args) } };
}
