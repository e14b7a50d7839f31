import type { LanguageModel } from "ai";
import * as aiTest from "ai/test";

/** What the scripted model says in one turn. */
export interface Turn {
  text?: string;
  calls?: { id: string; name: string; input: unknown }[];
}

/** What the model was shown, as far as a script looks at it. */
export interface ModelPrompt {
  /** The last message's tool results as the model reads them. */
  results: { toolCallId: string; type: string; value: unknown }[];
}

interface ModelOptions {
  prompt: readonly { role: string; content: unknown }[];
  abortSignal?: AbortSignal | undefined;
}

export type Script = readonly (Turn | ((prompt: ModelPrompt) => Turn))[];

/** A model of the installed `ai` that follows a script, both whole and streamed; the turn after the last is a plain text. */
export function scriptedModel(script: Script) {
  const prompts: ModelPrompt[] = [];

  function nextContent(options: ModelOptions) {
    // As fetch does; the loop of older versions leaves an abort to it.
    options.abortSignal?.throwIfAborted();
    const prompt = readPrompt(options.prompt);
    prompts.push(prompt);
    const turn = script[prompts.length - 1] ?? { text: "done" };
    const { text, calls = [] } = typeof turn === "function" ? turn(prompt) : turn;
    const content = [
      ...(text === undefined ? [] : [{ type: "text" as const, text }]),
      ...calls.map(({ id, name, input }) => ({
        type: "tool-call" as const,
        toolCallId: id,
        toolName: name,
        input: typeof input === "string" ? input : JSON.stringify(input),
      })),
    ];
    const unified = calls.length > 0 ? ("tool-calls" as const) : ("stop" as const);
    return { content, finishReason: { unified, raw: unified }, usage };
  }

  const behaviour = {
    doGenerate: async (options: ModelOptions) => ({
      ...nextContent(options),
      warnings: [],
    }),
    doStream: async (options: ModelOptions) => {
      const { content, finishReason } = nextContent(options);
      const parts = content.flatMap((part, index): object[] =>
        part.type === "text"
          ? [
              { type: "text-start" as const, id: String(index) },
              { type: "text-delta" as const, id: String(index), delta: part.text },
              { type: "text-end" as const, id: String(index) },
            ]
          : [part],
      );
      const chunks = [
        { type: "stream-start" as const, warnings: [] },
        ...parts,
        { type: "finish" as const, finishReason, usage },
      ];
      return { stream: aiTest.convertArrayToReadableStream<unknown>(chunks) };
    },
  };
  // ai 6 has no V4 mock, and its own is of the same shape as far as a script goes.
  const Mock = aiTest.MockLanguageModelV4 ?? aiTest.MockLanguageModelV3;
  const model = new Mock(behaviour as ConstructorParameters<typeof Mock>[0]) as LanguageModel;
  return { model, prompts };
}

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};

function readPrompt(prompt: readonly { role: string; content: unknown }[]): ModelPrompt {
  const last = prompt.at(-1);
  if (last?.role !== "tool" || !Array.isArray(last.content)) return { results: [] };
  return {
    results: last.content
      .filter((part) => part.type === "tool-result")
      .map(({ toolCallId, output }) => ({ toolCallId, type: output.type, value: output.value })),
  };
}
