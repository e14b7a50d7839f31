import type { Usage } from "@codespar/contract";
import { expect, it } from "vitest";
import { renderScreen, wordsOf } from "../../testing/render-screen.tsx";
import { Overview } from "./overview.tsx";
import { ToolBreakdown } from "./tool-breakdown.tsx";

const usage = {
  period: { start: "2026-04-01T00:00:00Z", end: "2026-04-30T23:59:59Z" },
  quota: 200_000,
  used: 47_832,
  remaining: 152_168,
  percentage: 23.9,
  breakdown: { codespar_discover: 1240, codespar_pay: 46_592 },
  daily: [{ date: "2026-04-02", count: 47_832 }],
} as unknown as Usage; // what the screen reads of it

const show = (change: Partial<Usage> = {}, more: readonly (readonly [readonly unknown[], unknown])[] = []) =>
  renderScreen(<Overview />, {
    data: [[["usage", "now"], { ...usage, ...change }], [["billing"], { plan: "starter" }], ...more],
  });

it("shows the month's use against the quota, by tool, and the six months before", () => {
  const html = show({}, [[["usage", "2026-03"], { used: 1_000, percentage: 0.5 }]]);
  const words = wordsOf(html);
  for (const text of [
    "April 2026",
    "Starter",
    "47,832 of 200,000 tool calls",
    "23.9%",
    "codespar_pay 46,592 97.4%",
  ])
    expect(words).toContain(text);
  expect(words).toContain("March 2026 1,000 0.5%");
  // not read yet
  expect(words).toContain("October 2025 … –");
  expect(words).not.toContain("September 2025");
});

it("puts first what needs a person, counts it, and leads to it", () => {
  const calls = (count: number) => ({ data: Array.from({ length: count }, (_, id) => ({ id })) });
  const html = show({}, [
    [["attention", "approvals"], calls(2).data],
    [["attention", "unknown"], calls(1)],
    [["attention", "failed", usage.period.start], calls(100)],
  ]);
  expect(wordsOf(html)).toContain("2 approvals waiting 1 outcomes unknown 100+ failed this month");
  expect(html.match(/class="tile warn"/g)).toHaveLength(1);
  expect(html.match(/class="tile bad"/g)).toHaveLength(2);
  expect(html.indexOf("approvals waiting")).toBeLessThan(html.indexOf("April 2026"));
});

it("says what to type next in a month without a call", () => {
  const words = wordsOf(show({ used: 0, percentage: 0, breakdown: {}, daily: [] }));
  expect(words).toContain("session.execute");
  expect(words).toContain("0 of 200,000 tool calls");
});

it("shows no share of a quota that is by contract", () => {
  const html = show({ quota: null, percentage: null, remaining: null });
  expect(html).not.toContain('role="meter"');
  expect(html).not.toMatch(/NaN|null|undefined/);
});

it("lists tools by their calls, most first, each as a share of all", () => {
  const html = renderScreen(<ToolBreakdown breakdown={{ a: 1, b: 3 }} />);
  expect(wordsOf(html)).toContain("b 3 75.0% a 1 25.0%");
  expect(html).toContain("inline-size:100%");
});
