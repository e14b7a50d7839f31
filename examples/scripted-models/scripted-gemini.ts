import { nextTurn } from "./coffee-sale.ts";

/** Stands for `generateContent` of Google's Gemini API, as a `fetch`. */
export function scriptedGemini(): (url: unknown, init?: RequestInit) => Promise<Response> {
  let count = 0;
  return async function fetch(_url, init) {
    count += 1;
    const { contents } = JSON.parse(String(init?.body));
    const [part] = contents.at(-1)?.parts ?? [];
    const turn = nextTurn(count, JSON.stringify(part?.functionResponse?.response));
    const parts =
      typeof turn === "string"
        ? [{ text: turn }]
        : [{ functionCall: { id: `call_${count}`, name: turn.name, args: turn.arguments } }];
    const candidates = [{ content: { role: "model", parts }, finishReason: "STOP", index: 0 }];
    return Response.json({ candidates, modelVersion: "scripted" });
  };
}
