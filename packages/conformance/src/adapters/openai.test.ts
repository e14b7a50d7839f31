import { handleFunctionCall, handleToolCall } from "@codespar/openai";
import type { Session } from "@codespar/sdk";
import { describe, expect, it } from "vitest";
import { countEffects, openAdapterWorld } from "./adapter-world.ts";
import { failureCases, type ScriptedCall } from "./failure-cases.ts";

const channels = {
  async "chat completions"(session: Session, { id = "call_1", ...call }: ScriptedCall) {
    return (await handleToolCall(session, { id, type: "function", function: call })).content;
  },
  async Responses(session: Session, { id = "call_1", ...call }: ScriptedCall) {
    return (await handleFunctionCall(session, { type: "function_call", call_id: id, ...call })).output;
  },
};

describe.each(Object.entries(channels))("@codespar/openai, %s", (_name, handle) => {
  it.each(failureCases.filter(({ notFor }) => notFor?.openai === undefined))(
    "answers $name",
    async ({ options, first, prepare, call, expected, effects = 0 }) => {
      const world = await openAdapterWorld(options);
      if (first !== undefined) await handle(world.session, first);
      await prepare?.(world);
      const answer = handle(world.session, call);
      if ("throws" in expected) {
        await expect(answer).rejects.toMatchObject({ code: expected.throws });
      } else {
        const told = JSON.parse(String(await answer));
        // OpenAI has no mark for errors; waiting for a person is none.
        expect(expected.status === "approval_required" ? told : told.error).toMatchObject(expected);
      }
      expect(countEffects(world)).toBe(effects);
    },
  );
});
