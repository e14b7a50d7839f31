import { expect, it } from "vitest";
import { getEffectId, getOperationId, notDone } from "./native-calls.ts";

const at = "2026-03-10T12:00:00.000Z";
const failed = (reason: string) => ({ provider: "asaas", outcome: "unavailable", reason, at }) as const;

it("gives each attempt an id of its own once a provider has said that nothing happened", () => {
  expect(getEffectId({ id: "tc_1", attempts: [] })).toBe("tc_1");
  expect(getEffectId({ id: "tc_1", attempts: [failed("down")] })).toBe("tc_1");
  expect(getEffectId({ id: "tc_1", attempts: [failed(notDone), failed("down"), failed(notDone)] })).toBe(
    "tc_1.3",
  );
  expect(["tc_1", "tc_1.2", "tc_1.13"].map(getOperationId)).toEqual(["tc_1", "tc_1", "tc_1"]);
});
