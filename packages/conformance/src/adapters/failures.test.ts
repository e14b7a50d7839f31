import { isError, runToolCall } from "@codespar/sdk/agent";
import { describe, expect, it } from "vitest";
import { countEffects, openAdapterWorld } from "./adapter-world.ts";
import { failureCases } from "./failure-cases.ts";

// What every adapter builds on; each adapter's own run is beside this file.
describe.each(["execute", "sendStream"])("answerToolCall by %s", (verb) => {
  const options = verb === "execute" ? {} : { onEvent: () => {} };

  it.each(failureCases)(
    "handles $name",
    async ({ options: worldOptions, prepare, call, expected, effects = 0 }) => {
      const world = await openAdapterWorld(worldOptions);
      await prepare?.(world);
      const response = runToolCall(world.session, { id: "call_1", ...call }, options);
      if ("throws" in expected) {
        await expect(response).rejects.toMatchObject({ code: expected.throws });
      } else {
        const { text } = await response;
        expect(JSON.parse(text)).toMatchObject(expected);
        expect(JSON.parse(text).next).toMatch(/\w{3}/);
        expect(isError(await response)).toBe(expected.status !== "approval_required");
      }
      expect(countEffects(world)).toBe(effects);
    },
  );
});

describe("approval", () => {
  it("lets the very call proceed that a person approved", async () => {
    const world = await openAdapterWorld({ policy: { require_approval: { above: { BRL: 1000 } } } });
    const call = {
      id: "call_1",
      name: "codespar_pay",
      arguments: { method: "pix", amount: 5000, currency: "BRL" },
    };
    const asked: string[] = [];
    const response = await runToolCall(world.session, call, {
      async approve({ approval_id, tool }) {
        asked.push(tool);
        await world.codespar.approvals.approve(approval_id, { by: "maria" });
        return true;
      },
    });
    expect(response).toMatchObject({ ok: true });
    expect(asked).toEqual(["codespar_pay"]);
    expect(countEffects(world)).toBe(1);
  });
});
