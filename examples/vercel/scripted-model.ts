import { simulateReadableStream } from "ai";
import { MockLanguageModelV4 } from "ai/test";

type StreamPart =
  Awaited<ReturnType<MockLanguageModelV4["doStream"]>>["stream"] extends ReadableStream<infer Part>
    ? Part
    : never;

/** Stands for a model: asks for a Pix, sends its code on, and says what it did. */
export function scriptedModel(): MockLanguageModelV4 {
  let turn = 0;
  return new MockLanguageModelV4({
    doStream: async ({ prompt }) => {
      turn += 1;
      const call = getCall(turn, prompt);
      const finish = { type: "finish" as const, usage };
      const chunks: StreamPart[] =
        call === undefined
          ? [
              { type: "text-start", id: "1" },
              { type: "text-delta", id: "1", delta: "The Pix code is on its way.\n" },
              { type: "text-end", id: "1" },
              { ...finish, finishReason: { unified: "stop", raw: undefined } },
            ]
          : [
              { type: "tool-call", toolCallId: crypto.randomUUID(), ...call },
              { ...finish, finishReason: { unified: "tool-calls", raw: undefined } },
            ];
      return { stream: simulateReadableStream({ chunks }) };
    },
  });
}

const usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

function getCall(turn: number, prompt: unknown): { toolName: string; input: string } | undefined {
  if (turn === 1) {
    return { toolName: "codespar_pay", input: '{"method":"pix","amount":1250,"currency":"BRL"}' };
  }
  if (turn > 2) return undefined;
  const code = /"qr_code\\*":\\*"([^"\\]+)/.exec(JSON.stringify(prompt))?.[1];
  const input = { channel: "whatsapp", to: "+5511987654321", message: `Your coffee: ${code}` };
  return { toolName: "codespar_notify", input: JSON.stringify(input) };
}
