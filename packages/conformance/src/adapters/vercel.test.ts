import { getTools } from "@codespar/vercel";
import { generateText, stepCountIs } from "ai";
import { MockLanguageModelV4 } from "ai/test";
import { describe, expect, it } from "vitest";
import { countEffects, openAdapterWorld } from "./adapter-world.ts";
import { failureCases, type ScriptedCall } from "./failure-cases.ts";

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};

/** A model that makes the one call and then only talks. */
function callingModel({ id = "call_1", name, arguments: input }: ScriptedCall) {
  return new MockLanguageModelV4({
    doGenerate: [
      {
        content: [{ type: "tool-call", toolCallId: id, toolName: name, input }],
        finishReason: { unified: "tool-calls", raw: undefined },
        usage,
        warnings: [],
      },
      {
        content: [{ type: "text", text: "done" }],
        finishReason: { unified: "stop", raw: undefined },
        usage,
        warnings: [],
      },
    ],
  });
}

// The AI SDK words these itself, before a tool of ours is asked, and marks them as errors all the same.
const wordedByFramework: Readonly<Record<string, string>> = {
  "truncated JSON": "Invalid input for tool codespar_pay",
  "a tool that does not exist": "unavailable tool 'codespar_pya'",
  // Nothing may leave its loop but an abort, so a refused key is told to the model.
  "a wrong key": "API key",
};

describe.each([true, false])("@codespar/vercel, preliminary: %s", (preliminary) => {
  it.each(failureCases.filter(({ notFor }) => notFor?.vercel === undefined))(
    "answers $name",
    async ({ name, options, first, prepare, call, expected, effects = 0 }) => {
      const world = await openAdapterWorld(options);
      const tools = await getTools(world.session, { preliminary });
      const make = async (scripted: ScriptedCall) => {
        const model = callingModel(scripted);
        const { text } = await generateText({
          model,
          tools,
          stopWhen: stepCountIs(3),
          prompt: "Sell it.",
        });
        expect(text).toBe("done");
        const last = model.doGenerateCalls[1]?.prompt.at(-1);
        const part = last?.role === "tool" ? last.content[0] : undefined;
        return part?.type === "tool-result" ? part.output : undefined;
      };
      if (first !== undefined) await make(first);
      await prepare?.(world);
      const output = await make(call);

      const asError = "throws" in expected || expected.status !== "approval_required";
      expect(output?.type).toBe(asError ? "error-text" : "text");
      const text = output !== undefined && "value" in output ? String(output.value) : "";
      const framework = wordedByFramework[name];
      if (framework !== undefined) expect(text).toContain(framework);
      else expect(JSON.parse(text)).toMatchObject(expected);
      expect(countEffects(world)).toBe(effects);
    },
  );
});
