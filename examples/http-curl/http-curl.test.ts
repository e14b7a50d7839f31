import { expect, it } from "vitest";
import { runOrder } from "./run-order.ts";

it("places an order in six calls, and only once however often it runs", async () => {
  const [first, second] = await runOrder();
  expect(first).toMatch(/usage +6 of 20000/);
  expect(second).toBe(first);
});
