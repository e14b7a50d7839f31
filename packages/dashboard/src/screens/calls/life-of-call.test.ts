import type { ToolCallDetail, WebhookEvent } from "@codespar/contract";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { englishText } from "../../testing/english-text.ts";
import { lifeOf } from "./life-of-call.tsx";

const at = (second: number) => `2026-03-02T12:00:${String(second).padStart(2, "0")}.000Z`;

const call = {
  called_at: at(0),
  completed_at: at(2),
  duration_ms: 2000,
  status: "succeeded",
  attempts: [
    { provider: "stripe", outcome: "unavailable", reason: "down", at: at(0) },
    { provider: "asaas", outcome: "succeeded", at: at(1) },
  ],
} as unknown as ToolCallDetail; // what a life is made of

const paid = { id: "evt_1", type: "payment.confirmed", created_at: at(9) } as unknown as WebhookEvent; // as above

it("tells a call from its beginning to what came of it, in order", () => {
  const native = {
    provider: "asaas",
    tool: "asaas_create_payment",
    arguments: {},
    at: at(1),
    effect: true,
    answer: { ok: true },
  };
  const life = lifeOf(call, [paid], [native], englishText);
  expect(life.map(({ key }) => key)).toEqual([
    "begun",
    "attempt 0",
    "attempt 1",
    "native 0",
    "settled",
    "evt_1",
  ]);
  expect(life.slice(0, 3).map(({ title }) => renderToStaticMarkup(title))).toEqual([
    "Begun",
    "stripe could not be used",
    "asaas did it",
  ]);
  expect(life[4]?.title).toBe("Settled after 2 s");
  expect(life.map(({ tone }) => tone ?? "plain")).toEqual(["plain", "bad", "good", "plain", "good", "plain"]);
});

it("does not end a call that runs", () => {
  const running = { ...call, completed_at: null, status: "running" } as ToolCallDetail;
  expect(lifeOf(running, [], [], englishText).map(({ key }) => key)).not.toContain("settled");
});
