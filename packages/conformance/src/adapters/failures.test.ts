import { answerToolCall, isError } from "@codespar/sdk/agent";
import { describe, expect, it } from "vitest";
import { countEffects, openAdapterWorld } from "./adapter-world.ts";
import { failureCases } from "./failure-cases.ts";

// What every adapter builds on; each adapter's own run is beside this file.
describe.each(["execute", "sendStream"])("answerToolCall by %s", (verb) => {
  const options = verb === "execute" ? {} : { onEvent: () => {} };

  it.each(failureCases)(
    "answers $name",
    async ({ options: worldOptions, first, prepare, call, expected, effects = 0 }) => {
      const world = await openAdapterWorld(worldOptions);
      if (first !== undefined) await answerToolCall(world.session, { id: "call_1", ...first }, options);
      await prepare?.(world);
      const answer = answerToolCall(world.session, { id: "call_1", ...call }, options);
      if ("throws" in expected) {
        await expect(answer).rejects.toMatchObject({ code: expected.throws });
      } else {
        const { text } = await answer;
        expect(JSON.parse(text)).toMatchObject(expected);
        expect(JSON.parse(text).next).toMatch(/\w{3}/);
        expect(isError(await answer)).toBe(expected.status !== "approval_required");
      }
      expect(countEffects(world)).toBe(effects);
    },
  );
});
