import { ProviderUnavailable } from "@codespar/backend/ports";
import { seededRandom } from "@codespar/formats";
import { describe, expect, it } from "vitest";
import { FaultControl } from "./faults-and-magic.ts";
import { MemoryState } from "./memory-state.ts";
import type { SimulatedTool } from "./provider-definition.ts";
import { simulatedProvider } from "./run-provider.ts";

function failingProvider(risk: SimulatedTool["risk"]) {
  const errors: unknown[] = [];
  const tool: SimulatedTool = {
    description: "Breaks.",
    input: { type: "object", properties: {} },
    risk,
    handle: () => {
      throw new TypeError("undefined has no amount");
    },
  };
  const provider = simulatedProvider(
    { id: "asaas", tools: { asaas_break: tool } },
    {
      state: new MemoryState(),
      faults: new FaultControl(),
      clock: { now: () => 0 },
      timers: { after: () => () => {} },
      random: seededRandom(1),
      getLatency: () => 0,
      webhook: () => {},
      webhookId: () => "ntc_1",
      pageUrl: () => "",
      onError: (error) => errors.push(error),
    },
  );
  const { signal } = new AbortController();
  const call = { operationId: "tc_1", tool: "asaas_break", arguments: {}, account: "org_1", emit: () => {} };
  return { errors, execute: () => provider.execute({ ...call, signal }) };
}

describe("a simulated server with a fault in its own program", () => {
  it.each(["read", "moves_money"] as const)(
    "reports to the developer, and the caller that nothing was done, for %s",
    async (risk) => {
      const { errors, execute } = failingProvider(risk);
      await expect(execute()).rejects.toMatchObject({ reason: "simulation_error" });
      await expect(execute()).rejects.toBeInstanceOf(ProviderUnavailable);
      expect(errors).toHaveLength(2);
      expect(errors[0]).toMatchObject({
        message: "asaas broke down while it simulated the call.",
        cause: expect.objectContaining({ message: "undefined has no amount" }),
      });
    },
  );
});
