import { responseSchemas } from "@codespar/contract/schemas";
import { afterEach, describe, expect, it } from "vitest";
import { type SandboxServer, startSandboxServer } from "../server.ts";

let server: SandboxServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function start(plan: "growth" | "hobby" | "starter" = "starter") {
  const started = await startSandboxServer({ port: 0, now: "2026-04-15T10:30:00Z", seed: 1, plan });
  server = started;
  const api = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(started.url + path, {
      method,
      headers: { authorization: `Bearer ${started.apiKey}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  const checkout = async (to: string) => {
    const { body } = await api("POST", "/v1/billing/checkout", { plan: to });
    return responseSchemas.BillingCheckout.parse(body).checkout_url;
  };
  const portal = async () =>
    responseSchemas.BillingPortal.parse((await api("POST", "/v1/billing/portal")).body).portal_url;
  const billing = async () => responseSchemas.Billing.parse((await api("GET", "/v1/billing")).body);
  return { server: started, api, checkout, portal, billing };
}

const send = (url: string, form: Record<string, string>) =>
  fetch(url, { method: "POST", body: new URLSearchParams(form) });

/** Where the page's form goes. */
const getAction = (page: string, base: string) => base + (/action="([^"]+)"/.exec(page)?.[1] ?? "");

describe("the checkout page", () => {
  it("shows what is due, and brings the plan when it is paid", async () => {
    const { checkout, billing, server, api } = await start();
    const url = await checkout("growth");
    expect(url.startsWith(`${server.url}/billing/checkout/`)).toBe(true);
    const page = await fetch(url);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("cache-control")).toBe("no-store");
    const html = await page.text();
    expect(html).toContain("Due now, for the days that are left of this month: <strong>$250.67</strong>");
    expect(html).toContain("no money moves");
    expect(getAction(html, server.url)).toBe(url);
    const paid = await send(url, { action: "pay", card: "4242424242424242" });
    expect([paid.status, await paid.text()]).toEqual([
      200,
      expect.stringContaining("The plan is Growth now"),
    ]);
    expect(await billing()).toMatchObject({
      plan: "growth",
      quota: 2_000_000,
      payment_method: { last4: "4242", brand: "visa" },
      stripe_customer_id: expect.stringMatching(/^cus_/),
    });
    const { body } = await api("GET", "/v1/billing/invoices");
    expect(body).toMatchObject({ data: [{ status: "paid", total_cents: 25_067 }] });
    expect((await send(url, { action: "pay" })).status).toBe(410);
    expect((await fetch(url)).status).toBe(410);
  });

  it("changes nothing when it is cancelled, and no longer works", async () => {
    const { checkout, billing } = await start();
    const url = await checkout("growth");
    const cancelled = await send(url, { action: "cancel" });
    expect(await cancelled.text()).toContain("Nothing was paid");
    expect((await send(url, { action: "pay" })).status).toBe(410);
    expect(await billing()).toMatchObject({ plan: "starter" });
  });

  it("stays open when the card is declined or unknown", async () => {
    const { checkout, billing } = await start("hobby");
    const url = await checkout("starter");
    for (const card of ["4000000000000002", "1234", "<script>"]) {
      const declined = await send(url, { action: "pay", card });
      expect([declined.status, await declined.text()]).toEqual([402, expect.stringContaining("declined")]);
    }
    expect(await billing()).toMatchObject({ plan: "hobby", payment_method: null });
    expect((await send(url, { action: "pay" })).status).toBe(200);
    expect(await billing()).toMatchObject({ plan: "starter" });
  });

  it("runs out after an hour", async () => {
    const { checkout, server } = await start();
    const url = await checkout("growth");
    await server.sandbox.clock.advance("1h");
    expect((await fetch(url)).status).toBe(410);
  });

  it("cannot be guessed, nor is anything else under its path", async () => {
    const { server } = await start();
    for (const path of ["checkout/org_1.aaaa", "portal/x", "checkout/..%2f..%2fv1", "nothing/x", ""]) {
      expect([404, 410]).toContain((await fetch(`${server.url}/billing/${path}`)).status);
    }
  });
});

describe("the customer portal", () => {
  it("opens once; what it shows can be acted upon, one action a page", async () => {
    const { portal, billing, server } = await start("growth");
    const url = await portal();
    const html = await (await fetch(url)).text();
    expect(html).toContain("<strong>Growth</strong>");
    expect(html).toContain("visa ending in 4242");
    expect((await fetch(url)).status).toBe(410);
    const cancel = getAction(html, server.url);
    expect(cancel).not.toBe(url);
    const cancelled = await (await send(cancel, { action: "cancel_plan" })).text();
    expect(cancelled).toContain("It changes to Hobby on 2026-05-01");
    expect(await billing()).toMatchObject({ plan: "growth", pending_plan: "hobby" });
    expect((await send(cancel, { action: "cancel_plan" })).status).toBe(410);
    await send(getAction(cancelled, server.url), { action: "keep_plan" });
    expect(await billing()).toMatchObject({ plan: "growth", pending_plan: null });
  });

  it("is not used up by who only asks for headers", async () => {
    const { portal } = await start("growth");
    const url = await portal();
    const head = await fetch(url, { method: "HEAD" });
    expect([head.status, head.headers.get("allow")]).toEqual([405, "GET, POST"]);
    expect((await fetch(url)).status).toBe(200);
  });

  it("ends the plan at the period's end, and the quota with it", async () => {
    const { portal, billing, server } = await start("starter");
    const html = await (await fetch(await portal())).text();
    await send(getAction(html, server.url), { action: "cancel_plan" });
    await server.sandbox.clock.advance("16d");
    expect(await billing()).toMatchObject({ plan: "hobby", quota: 20_000, price_cents: 0 });
  });

  it("takes another card, and pays with it what an earlier one did not", async () => {
    const { portal, billing, server, api } = await start("starter");
    const first = await (await fetch(await portal())).text();
    await send(getAction(first, server.url), { action: "change_card", card: "4000000000000002" });
    await server.sandbox.clock.advance("17d");
    expect(await billing()).toMatchObject({ status: "past_due", payment_method: { last4: "0002" } });
    const second = await (await fetch(await portal())).text();
    expect(second).toContain("An invoice is not paid");
    await send(getAction(second, server.url), { action: "change_card", card: "5555555555554444" });
    expect(await billing()).toMatchObject({
      status: "active",
      payment_method: { last4: "4444", brand: "mastercard" },
    });
    expect((await api("GET", "/v1/billing/invoices")).body).toMatchObject({ data: [{ status: "paid" }] });
  });
});
