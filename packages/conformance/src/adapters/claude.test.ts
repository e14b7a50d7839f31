import { handleToolUse } from "@codespar/claude";
import { describe, expect, it } from "vitest";
import { countEffects, openAdapterWorld } from "./adapter-world.ts";
import { failureCases, type ScriptedCall } from "./failure-cases.ts";

const toBlock = ({ id = "call_1", name, arguments: text }: ScriptedCall) => ({
  id,
  name,
  input: parse(text),
});

// The API delivers parsed input; what it could not parse arrives as the text itself.
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

describe("@codespar/claude", () => {
  it.each(failureCases.filter(({ notFor }) => notFor?.claude === undefined))(
    "answers $name",
    async ({ options, first, prepare, call, expected, effects = 0 }) => {
      const world = await openAdapterWorld(options);
      if (first !== undefined) await handleToolUse(world.session, toBlock(first));
      await prepare?.(world);
      const answer = handleToolUse(world.session, toBlock(call));
      if ("throws" in expected) {
        await expect(answer).rejects.toMatchObject({ code: expected.throws });
      } else {
        const { content, is_error = false, tool_use_id } = await answer;
        expect(JSON.parse(String(content))).toMatchObject(expected);
        expect(is_error).toBe(expected.status !== "approval_required");
        expect(tool_use_id).toBe("call_1");
      }
      expect(countEffects(world)).toBe(effects);
    },
  );
});
