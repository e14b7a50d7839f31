import { expect, it } from "vitest";
import { runWebhookListener } from "./run-webhook-listener.ts";

it("fulfils an order when its payment is confirmed, once", async () => {
  const lines: string[] = [];
  const result = await runWebhookListener((line) => lines.push(line));
  expect(result).toMatchObject({ status: "completed", completedSteps: 4, totalSteps: 4 });
  expect(lines.join("\n")).toContain("payment.confirmed pay_");
});
