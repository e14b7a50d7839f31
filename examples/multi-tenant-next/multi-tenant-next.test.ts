import { expect, it } from "vitest";
import { tenantLimit } from "./lib/tenant-limit.ts";
import { runMultiTenant } from "./run/run-multi-tenant.ts";

it("sells for two tenants on their own accounts, limits each, and bills each", {
  timeout: 240_000,
}, async () => {
  const lines: string[] = [];
  const perTenant = await runMultiTenant((line) => lines.push(line));
  expect(perTenant).toEqual({ tenant_acme: 2, tenant_loja: 2 });
  expect(lines.join("\n")).toContain("tenant_acme's third request: 429");
});

it("limits each tenant over any minute, and says when to come back", () => {
  let now = 0;
  const limit = tenantLimit(() => now);
  expect([limit.take("acme", 2), limit.take("acme", 2), limit.take("acme", 2)]).toEqual([0, 0, 60]);
  expect(limit.take("loja", 2)).toBe(0);
  now = 59_000;
  expect(limit.take("acme", 2)).toBe(1);
  now = 60_000;
  expect([limit.take("acme", 2), limit.take("acme", 2), limit.take("acme", 2)]).toEqual([0, 0, 60]);
});
