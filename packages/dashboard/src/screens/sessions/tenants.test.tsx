import { expect, it } from "vitest";
import { renderScreen, wordsOf } from "../../testing/render-screen.tsx";
import { Tenants } from "./tenants.tsx";

const show = (groups: readonly { value: string | null; count: number }[], used = 100) =>
  renderScreen(<Tenants />, {
    data: [[["usage", "tenants"], { period: { start: "2026-04-01T00:00:00Z" }, used, groups }]],
  });

it("shows who used how much, and leads to their calls", () => {
  const html = show([
    { value: "loja-1", count: 75 },
    { value: null, count: 25 },
  ]);
  const words = wordsOf(html);
  expect(words).toContain("loja-1 75 75.0%");
  expect(words).toContain("25 25.0%");
  expect(html).toContain('href="/calls?tenant=loja-1"');
});

it("takes a tenant's name for text, in its address as well", () => {
  const html = show([{ value: `"><img src=x>&a=b#`, count: 1 }]);
  expect(html).not.toContain("<img");
  expect(html).toContain("tenant=%22%3E%3Cimg%20src%3Dx%3E%26a%3Db%23");
});

it("shows no share of nothing, and says where there is none", () => {
  expect(wordsOf(show([{ value: "a", count: 0 }], 0))).toContain("0.0%");
  expect(wordsOf(show([]))).not.toContain("%");
});
