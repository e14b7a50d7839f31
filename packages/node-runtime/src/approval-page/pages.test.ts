import type { Approval } from "@codespar/contract";
import { expect, it } from "vitest";
import { decidePage } from "./pages.ts";
import { textsFor } from "./texts.ts";

/** What stands large on the page of a call that moves so much. */
async function leadOf(amount: number, currency: string, locale: string): Promise<string | undefined> {
  const approval = {
    tool: "codespar_pay",
    status: "pending",
    risk: "money",
    amount,
    currency,
    arguments: { amount, currency },
    metadata: {},
    user_id: null,
    expires_at: "2026-03-02T13:00:00Z",
  } as unknown as Approval; // what the page reads of it
  const page = decidePage(textsFor("en"), {
    approval,
    livemode: true,
    token: "token",
    locale,
    now: Date.parse("2026-03-02T12:00:00Z"),
  });
  return /class="amount">([^<]*)</.exec(String(await page))?.[1]?.replaceAll(/\s/g, " ");
}

it.each([
  [160_000, "COP", "es-co", "$ 1.600,00"],
  [160_050, "COP", "en", "COP 1,600.50"],
  [160_000, "CLP", "es-cl", "$160.000"],
  [250_000, "BRL", "pt-BR", "R$ 2.500,00"],
  [5, "MXN", "es-MX", "$0.05"],
  [9_007_199_254_740_991, "BRL", "pt-BR", "R$ 90.071.992.547.409,91"],
  [5, "nonsense", "en", "5 nonsense"],
])("writes %d %s in %s as the %s that are paid", async (amount, currency, locale, expected) => {
  expect(await leadOf(amount, currency, locale)).toBe(expected);
});
