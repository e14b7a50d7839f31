import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parcel, pix, whatsapp } from "../calls.ts";
import { fillShop } from "./fill-shop.ts";
import { findBarriers } from "./find-barriers.ts";
import { cut, hostileTexts } from "./hostile-texts.ts";
import { findBrowser, launchBrowser } from "./launch-browser.ts";
import { openInspector } from "./open-inspector.ts";
import { screens } from "./screens.ts";

const executable = findBrowser();
/** Where pictures of every screen are kept; none are taken when it is not named. */
const pictures = process.env.DASHBOARD_PICTURES;

/** Blocks that something in them is too wide for. */
const wideBlocks = `[...document.querySelectorAll(".panel, .detail, .bubble, .screen")]
  .filter((block) => block.scrollWidth > block.clientWidth + 1)
  .map((block) => block.outerHTML.slice(0, 200))`;

/** Hints that their fields are too narrow for. */
const cutHints = `[...document.querySelectorAll("input[placeholder]")]
  .filter((input) => {
    const { font, paddingLeft, paddingRight } = getComputedStyle(input);
    const canvas = document.createElement("canvas").getContext("2d");
    canvas.font = font;
    const room = input.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    return input.clientWidth > 0 && canvas.measureText(input.placeholder).width > room;
  })
  .map((input) => input.placeholder)`;

describe.skipIf(executable === undefined)("the inspector in a browser", { timeout: 240_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(executable ?? "");
  });
  afterAll(() => browser?.close());

  /** Returns the question for a key. */
  async function giveKey(page: Page, key = "csk_test_owner"): Promise<void> {
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "API key" }).fill(key);
    await dialog.getByRole("button", { name: "Continue" }).click();
  }

  async function keepPicture(page: Page, name: string): Promise<void> {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name.replaceAll(/\W+/g, "-")}.png`) });
  }

  it.each([
    { width: 1440, scheme: "light", locale: "pt-BR" },
    { width: 1440, scheme: "dark", locale: "en" },
    { width: 360, scheme: "light", locale: "es-MX" },
    { width: 360, scheme: "dark", locale: "pt-BR" },
  ] as const)("has no barrier on any screen at $width px, $scheme, $locale", async (options) => {
    await using inspector = await openInspector(browser, options);
    const { page, go, complaints, codespar, server } = inspector;
    await fillShop(codespar, server);
    for (const path of screens) {
      await go(path);
      const row = page.locator(".list-body a.row-link").first();
      await row
        .or(page.locator(".empty, .tile.warn, .panel table, .cards, .figure").first())
        .first()
        .waitFor();
      // what was made before the page was open is on its way
      if (path === "/") await page.locator(".tile.warn").first().waitFor();
      await look(path);
      if (!(await row.isVisible())) continue;
      await row.click();
      await page.locator(".detail :is(dl, .problem)").first().waitFor();
      await look(`${path} opened`);
    }
    expect(complaints).toEqual([]);

    async function look(where: string): Promise<void> {
      // a stream of events stays open, so the network is never idle: what is looked at has been painted
      await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
      await keepPicture(page, `${options.width}-${options.scheme}-${options.locale}-${where}`);
      expect([where, await findBarriers(page)]).toEqual([where, []]);
      const width = await page.evaluate("document.documentElement.scrollWidth");
      expect([where, width]).toEqual([where, options.width]);
      expect([where, await page.evaluate(cutHints)]).toEqual([where, []]);
    }
  });

  it("shows where a parcel is in a window that is low", async () => {
    await using inspector = await openInspector(browser, { width: 1280 });
    const { page, go, codespar, server } = inspector;
    await page.setViewportSize({ width: 1280, height: 600 });
    await fillShop(codespar, server);
    await go("/parcels");
    await page.locator(".list-body .row-link").first().click();
    const track = page.getByRole("list", { name: "Where it has been" });
    await track.getByText("Etiqueta emitida").waitFor();
    const [shown, whole] = await track.evaluate((list) => [list.clientHeight, list.scrollHeight]);
    expect(shown).toBe(whole);
  });

  it("signs in once by its address, leaves no key in the page, and signs out", async () => {
    await using inspector = await openInspector(browser);
    const { page, server } = inspector;
    expect(page.url()).toBe(`${server.url}/#/`);
    const kept = await page.evaluate(
      "JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }, document.documentElement.outerHTML])",
    );
    expect(kept).not.toContain("csk_");
    await page.reload();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("alert").getByText("You were signed out.").waitFor();
    await page.getByLabel("API key").fill("csk_test_wrong");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").getByText("This API key is not valid here.").waitFor();
    await page.getByLabel("API key").fill("csk_test_owner");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
  });

  it("shows an order that the SDK places as it is placed", async () => {
    await using inspector = await openInspector(browser);
    const { page, go, codespar } = inspector;
    await go("/calls");
    await page.getByText("No call yet.").waitFor();
    await page.getByText("Live", { exact: true }).waitFor();
    const session = await codespar.sessions.create({
      preset: "brazilian",
      metadata: { tenant_id: "loja-9" },
    });
    const result = await session.execute(pix);
    const row = page.getByRole("row", { name: /codespar_pay/ });
    await row.getByText("loja-9").waitFor();
    await row.getByRole("link").click();
    await page.getByRole("region", { name: "Life of the call" }).getByText("asaas did it").waitFor();
    await page.getByText(result.tool_call_id).first().waitFor();
    await page.getByRole("region", { name: "curl" }).getByText("$CODESPAR_API_KEY").waitFor();
  });

  it("approves a call: what happens is large, the key is asked for and not kept, and the call goes through", async () => {
    await using inspector = await openInspector(browser);
    const { page, go, codespar } = inspector;
    const session = await codespar.sessions.create({
      preset: "brazilian",
      policy: { require_approval: { above: { BRL: 100_000 } } },
    });
    const call = {
      name: "codespar_pay",
      arguments: { method: "pix", amount: 250_000, currency: "BRL" },
    } as const;
    const options = { idempotencyKey: "big-1" };
    await expect(session.execute(call, options)).rejects.toMatchObject({ code: "approval_required" });
    await go("/");
    await page
      .locator(".tile")
      .getByRole("link", { name: /1\s*approvals waiting/ })
      .click();
    await page.getByRole("link", { name: "codespar_pay" }).click();
    expect(await page.locator(".decision-amount").textContent()).toMatch(/^R\$2,500\.00$/);
    const approve = page.getByRole("button", { name: "Approve" });
    await approve.click();
    await page.getByRole("alert").getByText("Say who decides.").waitFor();
    await page.getByLabel("Decided by").fill("ana@loja.com");
    await page.getByLabel("Reason").fill("known customer");
    await approve.click();
    await page.getByText("You approve this call, once: codespar_pay, R$2,500.00.").waitFor();
    await giveKey(page);
    await page.locator(".detail").getByText("approved", { exact: true }).waitFor();
    expect(await page.evaluate("document.documentElement.outerHTML")).not.toContain("csk_test_owner");
    expect(await session.execute(call, options)).toMatchObject({ success: true });
    const [approval] = (await codespar.approvals.list()).data;
    expect(approval).toMatchObject({ decided_by: "ana@loja.com", reason: "known customer" });
  });

  it("has an approval given on a phone, by a link that says what will happen", async () => {
    await using inspector = await openInspector(browser);
    const { page, go, codespar } = inspector;
    const session = await codespar.sessions.create({
      preset: "brazilian",
      policy: { require_approval: { above: { BRL: 1 } } },
    });
    const options = { idempotencyKey: "phone-1" };
    await expect(session.execute(pix, options)).rejects.toMatchObject({ code: "approval_required" });
    await go("/approvals");
    await page.getByRole("link", { name: "codespar_pay" }).click();
    await page.getByRole("button", { name: "Link for a phone" }).click();
    await giveKey(page);
    const dialog = page.getByRole("dialog", { name: "Link for a phone" });
    await dialog.getByRole("img", { name: "QR code of the link" }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    const url = (await dialog.locator(".secret").textContent()) ?? "";
    for (const colorScheme of ["light", "dark"] as const) {
      const phone = await browser.newContext({
        viewport: { width: 360, height: 740 },
        locale: "pt-BR",
        colorScheme,
      });
      const own = await phone.newPage();
      await own.goto(url);
      await own.getByText("R$ 50,00").waitFor();
      expect(own.url()).not.toContain("#");
      expect(await findBarriers(own)).toEqual([]);
      expect(await own.evaluate("document.documentElement.scrollWidth")).toBe(360);
      await keepPicture(own, `360-${colorScheme}-approval-on-a-phone`);
      if (colorScheme === "dark") {
        await own.getByLabel("Seu nome ou e-mail").fill("ana@loja.com");
        await own.getByRole("button", { name: "Aprovar" }).click();
        await own.getByRole("status").getByText("Aprovada.").waitFor();
        expect(await findBarriers(own)).toEqual([]);
      }
      await phone.close();
    }
    await page.keyboard.press("Escape");
    await page.locator(".detail").getByText("approved", { exact: true }).waitFor();
    expect(await session.execute(pix, options)).toMatchObject({ success: true });
  });

  it("pays, refunds and moves the clock, and each shows where it matters", async () => {
    await using inspector = await openInspector(browser, { now: "2026-03-02T12:00:00Z" });
    const { page, go, codespar } = inspector;
    const session = await codespar.sessions.create({ preset: "brazilian" });
    const first = await session.execute(pix);
    const second = await session.execute(pix);
    await go(`/payments/${first.tool_call_id}`);
    const detail = page.locator(".detail");
    await detail.getByRole("button", { name: "Pay now" }).click();
    await detail.getByText("payment.confirmed").waitFor();
    await detail.getByLabel("Minor units; empty for all").fill("2000");
    await detail.getByRole("button", { name: "Refund" }).click();
    await detail.getByText("payment.refunded").waitFor();
    await go("/sandbox");
    await page.getByRole("button", { name: "Jump to what happens next" }).click();
    await page.getByText("Mar 2, 2026, 9:00:30 AM").waitFor();
    await go(`/payments/${second.tool_call_id}`);
    await detail.getByText("paid", { exact: true }).first().waitFor();
    expect(Date.parse((await codespar.events.list()).data[0]?.created_at ?? "")).toBe(
      Date.parse("2026-03-02T12:00:30Z"),
    );
  });

  it("asks the provider about a call of which nobody knows", async () => {
    await using inspector = await openInspector(browser);
    const { page, go, codespar, server } = inspector;
    const session = await codespar.sessions.create({ servers: ["asaas"] });
    server.sandbox.faults.set("asaas", { commitThenTimeout: true, forget: true });
    await expect(session.execute(pix)).rejects.toMatchObject({ code: "outcome_unknown" });
    await go("/");
    await page.getByRole("link", { name: /1\s*outcomes unknown/ }).click();
    await page.getByRole("link", { name: "codespar_pay" }).click();
    server.sandbox.faults.clear();
    await page.getByRole("button", { name: "Ask the provider" }).click();
    await page.locator(".detail").getByText("succeeded", { exact: true }).waitFor();
  });

  it("takes a person's word where the provider cannot tell, with their name and how they know", async () => {
    await using inspector = await openInspector(browser);
    const { page, go, codespar, server } = inspector;
    const session = await codespar.sessions.create({ servers: ["asaas"] });
    server.sandbox.faults.set("asaas", { commitThenTimeout: true, forget: true });
    await expect(session.execute(pix)).rejects.toMatchObject({ code: "outcome_unknown" });
    await go("/calls?status=unknown");
    await page.getByRole("link", { name: "codespar_pay" }).click();
    await page.getByRole("button", { name: "Ask the provider" }).click();
    await page.getByRole("alert").getByText("The provider cannot tell either.").waitFor();
    await page.getByRole("button", { name: "Say what happened" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "It was done" }).click();
    await dialog.getByRole("alert").getByText("Say who you are and how you know.").waitFor();
    await dialog.getByLabel("Decided by").fill("ana@loja.com");
    await dialog.getByLabel("How you know").fill("pay_123 in Asaas's own dashboard");
    await dialog.getByRole("button", { name: "It was done" }).click();
    const detail = page.locator(".detail");
    await detail.getByText("succeeded", { exact: true }).waitFor();
    await detail.getByText(/ana@loja\.com, .*: pay_123 in Asaas's own dashboard/).waitFor();
  });

  it("disputes a payment and writes back to a message, as a customer would", async () => {
    await using inspector = await openInspector(browser, { now: "2026-03-02T12:00:00Z" });
    const { page, go, codespar, server } = inspector;
    const session = await codespar.sessions.create({ preset: "brazilian" });
    const paid = await session.execute(pix);
    const { tool_call_id: message } = await session.execute(whatsapp);
    await server.sandbox.payments.confirm(paid.data?.payment_id ?? "");
    const detail = page.locator(".detail");
    await go(`/payments/${paid.tool_call_id}`);
    await detail.getByRole("button", { name: "Dispute it" }).click();
    await detail.getByText("payment.disputed").waitFor();
    await server.sandbox.clock.advance("5s");
    await go(`/messages/${message}`);
    await detail.getByLabel("What they write back").fill("Obrigada! \u{1F49A}");
    await detail.getByRole("button", { name: "Reply" }).click();
    await page.locator(".bubble.own").getByText("Obrigada! \u{1F49A}").waitFor();
    const [received] = (await codespar.events.list({ type: "message.received" })).data;
    expect(received).toMatchObject({ tool_call_id: message, data: { text: "Obrigada! \u{1F49A}" } });
  });

  it("lets time run until it is stopped", async () => {
    await using inspector = await openInspector(browser, { now: "2026-03-02T12:00:00Z" });
    const { page, go, server } = inspector;
    await go("/sandbox");
    await page.getByRole("button", { name: "1h a second" }).click();
    await page.getByText(/Mar 2, 2026, 1[1-9]:00:00 AM|Mar 2, 2026, 1[1-9]:00:00 PM/).waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByRole("button", { name: "Stop" }).waitFor({ state: "detached" });
    expect(server.sandbox.clock.now()).toBeGreaterThanOrEqual(Date.parse("2026-03-02T14:00:00Z"));
  });

  it("counts what waits in the menu and the title, and leaves a screen's filter with the screen", async () => {
    await using inspector = await openInspector(browser);
    const { page, go, codespar } = inspector;
    const session = await codespar.sessions.create({
      preset: "brazilian",
      policy: { require_approval: { above: { BRL: 1 } } },
    });
    await go("/calls?status=failed");
    await expect(session.execute(pix)).rejects.toMatchObject({ code: "approval_required" });
    await expect.poll(() => page.title(), { timeout: 15_000 }).toBe("(1) Calls · CodeSpar");
    await page.getByRole("link", { name: /Approvals\s*1/ }).click();
    expect(page.url()).toMatch(/#\/approvals$/);
    await page.getByRole("link", { name: "codespar_pay" }).waitFor();
    await page.locator(".list-body").getByText("in 59 min.").waitFor();
    await page.getByLabel("Status").selectOption("denied");
    await page.getByText("No approval is in this state.").waitFor();
    await page.reload();
    await page.getByText("No approval is in this state.").waitFor();
  });

  it("replays a webhook that had given up, and shows it as it was sent", async () => {
    await using inspector = await openInspector(browser, { now: "2026-03-02T12:00:00Z" });
    const { page, go, codespar, server } = inspector;
    await go("/webhooks");
    await page.getByText("Test receiver (0)").click();
    await page.getByRole("button", { name: "Subscribe it to all events" }).click();
    const dialog = page.getByRole("dialog", { name: "The signing secret" });
    expect(await dialog.locator(".secret").textContent()).toMatch(/^whsec_/);
    await dialog.getByRole("button", { name: "Close" }).click();
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await page.content()).not.toContain("whsec_");
    await page.getByRole("button", { name: "Respond with 503" }).click();
    await page.getByText("It responds with 503 for now.").waitFor();
    const session = await codespar.sessions.create({ servers: ["asaas"] });
    await session.execute(pix);
    await server.sandbox.clock.advance("5d");
    await page.getByRole("button", { name: "Accept again" }).click();
    await page.getByRole("link", { name: "Test receiver" }).click();
    const dead = page.getByRole("article", { name: /^tool_call\.completed/ });
    await dead.getByText("gave up").waitFor();
    expect(await dead.locator(".attempts li").count()).toBe(12);
    await dead.getByRole("button", { name: "Deliver again" }).click();
    await server.sandbox.clock.advance("1s");
    await dead.getByText("succeeded").waitFor();
    await page.locator(".receiver").getByText("signature holds").first().waitFor();
  });

  it("rotates a key, shows the new one once, and both work until the old one ends", async () => {
    await using inspector = await openInspector(browser);
    const { page, go, codespar, server } = inspector;
    await go("/keys");
    await page.getByRole("button", { name: "Rotate" }).click();
    await giveKey(page, "csk_test_nobody");
    await page.getByRole("alert").getByText("This API key is not valid here.").waitFor();
    await page.getByRole("button", { name: "Rotate" }).click();
    await giveKey(page);
    const dialog = page.getByRole("dialog", { name: "The new key" });
    const key = (await dialog.locator(".secret").textContent()) ?? "";
    expect(key).toMatch(/^csk_test_/);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await page.content()).not.toContain(key);
    await page.getByText(/The key before still works until/).waitFor();
    const ask = async (apiKey: string) =>
      (await fetch(`${server.url}/v1/usage`, { headers: { authorization: `Bearer ${apiKey}` } })).status;
    expect([await ask(key), await ask("csk_test_owner")]).toEqual([200, 200]);
    expect((await codespar.apiKeys.list()).data).toHaveLength(1);
  });

  it("shows what an upgrade costs before it is bought, and the plan after", async () => {
    await using inspector = await openInspector(browser, { plan: "hobby", now: "2026-04-16T12:00:00Z" });
    const { page, go } = inspector;
    await go("/billing");
    await page.getByRole("button", { name: "Upgrade Starter" }).click();
    await page.getByText("$14.50 due now").waitFor();
    const opened = page.context().waitForEvent("page");
    await page.getByRole("button", { name: "Pay on the next page" }).click();
    await giveKey(page);
    const checkout = await opened;
    await checkout.getByRole("button", { name: "Pay $14.50" }).click();
    await checkout.getByText("The plan is Starter now.").waitFor();
    await page.getByRole("heading", { name: /^Starter/ }).waitFor();
    await page.getByRole("rowheader", { name: "CS-0001" }).waitFor();
    await page.getByText("Visa …4242, 12/2027").waitFor();
  });

  it.each(["light", "dark"] as const)("has no barrier in any dialog, %s", async (scheme) => {
    await using inspector = await openInspector(browser, { scheme, width: 360, plan: "starter" });
    const { page, go } = inspector;
    for (const [path, open] of [
      ["/keys", "Create a key"],
      ["/keys", "Revoke Sandbox key"],
      ["/webhooks", "Add a webhook"],
      ["/connections", "Connect Asaas"],
      ["/billing", "Upgrade Growth"],
      ["/sandbox", "Reset"],
    ] as const) {
      await go(path);
      await page.getByRole("button", { name: open, exact: true }).click();
      await page.getByRole("dialog").waitFor();
      expect([open, await findBarriers(page)]).toEqual([open, []]);
      await page.keyboard.press("Escape");
      await page.locator("dialog").waitFor({ state: "detached" });
      // the focus is back where it was
      await page.getByRole("button", { name: open, exact: true }).and(page.locator(":focus")).waitFor();
    }
  });

  it("tries a tool of a server by its schema", async () => {
    await using inspector = await openInspector(browser);
    const { page, go } = inspector;
    await go("/servers");
    await page.getByLabel("Search").fill("nuvem");
    await page.getByRole("link", { name: "Nuvem Fiscal" }).click();
    await page.getByRole("button", { name: "Show schemas and try one" }).click();
    await page.getByText("nuvem_fiscal_get_nfe", { exact: true }).click();
    const tool = page.locator("details[open]");
    await tool.getByText("Input schema").waitFor();
    await tool.getByRole("button", { name: "Call it" }).click();
    await tool.getByRole("link", { name: "Open the call" }).click();
    await page.locator(".detail").getByText("refused").first().waitFor();
  });

  it.each(hostileTexts)(
    "takes what others wrote for text, wherever it stands: $name",
    async ({ name, text, mark }) => {
      await using inspector = await openInspector(browser, { width: 360, now: "2026-03-02T12:00:00Z" });
      const { page, go, codespar, server, complaints } = inspector;
      const short = cut(text, 90);
      const session = await codespar.sessions.create({
        preset: "brazilian",
        user_id: cut(text, 200),
        metadata: { tenant_id: cut(text, 200), order: cut(text, 500) },
        policy: { require_approval: { above: { BRL: 100_000 } } },
      });
      const pay = { method: "pix", amount: 1000, currency: "BRL" } as const;
      const { tool_call_id: call } = await session.execute({
        name: "codespar_pay",
        arguments: { ...pay, description: cut(text, 140), customer: { name: short } },
      });
      const { tool_call_id: page1 } = await session.execute({
        name: "codespar_checkout",
        arguments: { amount: 100, currency: "BRL", description: cut(text, 140) },
      });
      const { tool_call_id: message, data } = await session.execute({
        name: "codespar_notify",
        arguments: { channel: "whatsapp", to: "+5511987654321", message: cut(text, 4000) },
      });
      const { tool_call_id: document } = await session.execute({
        name: "codespar_invoice",
        arguments: {
          type: "nfe",
          customer: {
            name: cut(text, 60),
            document: "529.982.247-25",
            address: { postal_code: "20040-002", number: "86" },
          },
          items: [{ description: cut(text, 120), quantity: 1, unit_amount: 6490, code: "09012100" }],
        },
      });
      // labels are bought without an amount, which the policy above would hold up
      const shipping = await codespar.sessions.create({
        preset: "brazilian",
        metadata: { tenant_id: cut(text, 200) },
      });
      const { data: quoted } = await shipping.execute({
        name: "codespar_ship",
        arguments: { action: "quote", ...parcel },
      });
      const service = quoted !== null && "quotes" in quoted ? quoted.quotes?.[0]?.service_id : undefined;
      const { tool_call_id: label } = await shipping.execute({
        name: "codespar_ship",
        arguments: {
          action: "label",
          ...parcel,
          service_id: service ?? "",
          recipient: {
            name: short,
            address: short,
            phone: "+5521987654321",
            email: "ana@example.com",
            document: "529.982.247-25",
          },
        },
      });
      await server.sandbox.clock.advance("5s");
      await server.sandbox.messages.reply(data?.message_id ?? "", text);
      const trigger = await codespar.triggers.create({
        name: short,
        event: "*",
        webhook_url: "http://127.0.0.1:9/x",
      });
      await codespar.apiKeys.create({ name: short });
      await codespar.connections.create({
        server_id: "asaas",
        tenant_id: cut(text, 200),
        display_name: short,
        // a key with blanks or signs that no key has is refused
        credentials: { api_key: "$aact_hmlg_0001" },
      });
      await session
        .execute({
          name: "codespar_pay",
          arguments: { ...pay, amount: 250_000, description: cut(text, 140) },
        })
        .catch(() => {});
      const [approval] = (await codespar.approvals.list()).data;
      await codespar.approvals.deny(approval?.id ?? "", { by: short, reason: cut(text, 500) });
      // an event of what others wrote: what a customer wrote back
      const [received] = (await codespar.events.list({ type: "message.received" })).data;
      const lists = [
        "/calls",
        "/sessions",
        "/payments",
        "/payments?list=checkouts",
        "/approvals?status=denied",
        "/parcels",
      ];
      const paths = [
        ...lists,
        `/parcels/${label}`,
        `/events/${received?.id}`,
        `/webhooks/${trigger.id}`,
        `/calls/${call}`,
        `/sessions/${session.id}`,
        "/sessions?list=tenants",
        `/approvals/${approval?.id}?status=denied`,
        `/payments/${call}`,
        `/payments/${page1}?list=checkouts`,
        "/documents",
        `/documents/${document}`,
        `/calls/${document}`,
        "/messages",
        `/messages/${message}`,
        "/events",
        "/webhooks",
        "/keys",
        "/connections",
        "/sandbox",
      ];
      for (const path of paths) {
        await go(path);
        const written = page.locator("main").getByText(mark).filter({ visible: true }).first();
        if (path === "/sandbox")
          await page
            .getByRole("button", { name: /execute$/ })
            .first()
            .click();
        // a fiscal document is written in the authority's own letters, which leave some of these out, and a list on a phone
        // has two lines
        const isQuiet = path.startsWith("/documents") || lists.includes(path);
        const shown = isQuiet
          ? page.locator(".list, .empty, .detail dl").filter({ visible: true }).first()
          : written;
        await shown.waitFor().catch(() => {
          throw new Error(`${path} does not show ${isQuiet ? "its rows" : mark}`);
        });
        expect([path, await page.locator("#root img").count()]).toEqual([path, 0]);
        expect([path, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([path, 360]);
        expect([path, await findBarriers(page)]).toEqual([path, []]);
        expect([path, await page.evaluate(wideBlocks)]).toEqual([path, []]);
        await keepPicture(page, `360-hostile-${name}-${path}`);
      }
      expect(await page.title()).not.toContain("hacked");
      expect(complaints).toEqual([]);
    },
  );

  it("is walked by the keyboard alone", async () => {
    await using inspector = await openInspector(browser);
    const { page, go, codespar } = inspector;
    const session = await codespar.sessions.create({ preset: "brazilian" });
    const ids = [];
    for (let count = 0; count < 30; count += 1) ids.unshift((await session.execute(pix)).tool_call_id);
    await go("/calls");
    // as somebody comes by an address: nothing has the focus
    await page.reload();
    await page.locator(".row-link").first().waitFor();
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Skip to the content" }).and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Enter");
    for (let count = 0; count < 12; count += 1) {
      await page.keyboard.press("Tab");
      if (await page.locator(".row-link:focus").count()) break;
    }
    await page.keyboard.press("End");
    await page.locator('[data-index="29"] .row-link:focus').waitFor();
    await page.keyboard.press("ArrowUp");
    await page.locator('[data-index="28"] .row-link:focus').waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".detail h2:focus").waitFor();
    await page
      .locator(".detail")
      .getByText(ids[28] ?? "")
      .first()
      .waitFor();
  });

  it("is gone through by the keyboard alone, from the sign-in to an approval and out again", async () => {
    await using inspector = await openInspector(browser);
    const { page, server, codespar } = inspector;
    const session = await codespar.sessions.create({
      preset: "brazilian",
      policy: { require_approval: { above: { BRL: 1 } } },
    });
    await expect(session.execute(pix)).rejects.toMatchObject({ code: "approval_required" });
    await page.context().clearCookies();
    await page.goto(`${server.url}/?again`);
    const tabTo = async (wanted: Locator, key = "Tab") => {
      await wanted.waitFor();
      for (let count = 0; count < 60; count += 1) {
        if ((await wanted.and(page.locator(":focus")).count()) > 0) return;
        await page.keyboard.press(key);
      }
      throw new Error(`The keyboard does not reach ${wanted}.`);
    };
    await tabTo(page.getByLabel("API key"));
    await page.keyboard.type("csk_test_owner");
    await page.keyboard.press("Enter");
    // every screen of the menu, one after the other
    const menu = page.getByRole("navigation", { name: "Menu" });
    await menu.waitFor();
    const names = await menu.getByRole("link").allTextContents();
    expect(names).toHaveLength(15);
    for (const index of names.keys()) {
      // a new screen takes the focus, and the menu is before it
      await tabTo(menu.getByRole("link").nth(index), "Shift+Tab");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await menu.getByRole("link").nth(index).getAttribute("aria-current")).toBe("page");
    }
    await page.goto(`${server.url}/#/approvals`);
    await tabTo(page.getByRole("link", { name: "codespar_pay" }));
    await page.keyboard.press("Enter");
    await page.locator(".detail h2:focus").waitFor();
    await tabTo(page.getByLabel("Decided by"));
    await page.keyboard.type("ana@loja.com");
    await tabTo(page.getByRole("button", { name: "Approve" }));
    await page.keyboard.press("Enter");
    await tabTo(page.getByRole("dialog").getByLabel("API key"));
    await page.keyboard.type("csk_test_owner");
    await page.keyboard.press("Enter");
    await page.locator(".detail").getByText("approved", { exact: true }).waitFor();
    await tabTo(page.getByRole("button", { name: "Sign out" }), "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("You were signed out.").waitFor();
  });

  it("loads its first screen within 200 kB, from its own server alone", async () => {
    await using inspector = await openInspector(browser);
    const { page, server } = inspector;
    const context = await browser.newContext();
    const fresh = await context.newPage();
    const client = await context.newCDPSession(fresh);
    await client.send("Network.enable");
    let bytes = 0;
    client.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    const hosts = new Set<string>();
    fresh.on("request", (request) => hosts.add(new URL(request.url()).host));
    await fresh.goto(server.inspectorUrl());
    await fresh.getByRole("heading", { name: "Day by day" }).waitFor();
    await fresh.locator(".chart canvas").waitFor();
    expect([...hosts]).toEqual([new URL(server.url).host]);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(200_000);
    await context.close();
    expect(await page.title()).toBe("Overview · CodeSpar");
  });
});
