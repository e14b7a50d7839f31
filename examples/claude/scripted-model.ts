/** Stands for the Messages API: asks for a Pix, sends its code on, and says what it did. */
export function scriptedFetch(): (url: unknown, init?: RequestInit) => Promise<Response> {
  let turn = 0;
  return async function fetch(_url, init) {
    turn += 1;
    const { messages } = JSON.parse(String(init?.body));
    const isCall = turn < 3;
    return Response.json({
      id: `msg_${turn}`,
      type: "message",
      role: "assistant",
      model: "scripted",
      content: [
        isCall ? { type: "tool_use", id: `toolu_${crypto.randomUUID()}`, ...getCall(turn, messages) } : words,
      ],
      stop_reason: isCall ? "tool_use" : "end_turn",
      stop_sequence: null,
      usage: { input_tokens: 0, output_tokens: 0 },
    });
  };
}

const words = { type: "text", text: "The Pix code for R$ 12.50 is on its way by WhatsApp." };

function getCall(turn: number, messages: { content: { content: string }[] }[]) {
  if (turn === 1) return { name: "codespar_pay", input: { method: "pix", amount: 1250, currency: "BRL" } };
  const payment = JSON.parse(messages.at(-1)?.content[0]?.content ?? "{}");
  const message = `Your coffee: ${payment.pix.qr_code}`;
  return { name: "codespar_notify", input: { channel: "whatsapp", to: "+5511987654321", message } };
}
