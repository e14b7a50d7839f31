import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { PlanId } from "@codespar/contract";
import { serveGateway } from "@codespar/gateway";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { createSandbox } from "@codespar/sandbox";
import { createEmulator, serveEmulator } from "@codespar/sandbox/emulator";
import { CodeSpar } from "@codespar/sdk";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { findBarriers } from "./find-barriers.ts";
import { findBrowser, launchBrowser } from "./launch-browser.ts";
import { screens } from "./screens.ts";

const executable = findBrowser();
/** Where pictures of every screen are kept; none are taken when it is not named. */
const pictures = process.env.DASHBOARD_PICTURES;

/** A gateway over SQLite whose test organisation reaches an emulated Asaas, and a client of that organisation. */
async function openGateway({ plan = "growth" }: { plan?: PlanId } = {}) {
  const directory = temporaryDirectory();
  const sandbox = createSandbox({ seed: 7, now: Date.now() });
  const emulator = createEmulator({ sandbox, providers: ["asaas"] });
  const emulated = await serveEmulator({ emulator, onError: () => {} });
  const logged: string[] = [];
  const gateway = await serveGateway({
    directory: directory.path,
    environment: {},
    config: {
      port: 0,
      data: `${directory.path}/data`,
      providers: { testAddresses: { asaas: emulated.urls.get("asaas") ?? "" } },
      connect: { returnOrigins: [] },
    },
    log: (line) => logged.push(line),
  });
  onTestFinished(async () => {
    await gateway.close();
    await emulated.close();
    emulator.close();
    await sandbox.close();
    directory[Symbol.dispose]();
  });
  const { apiKey } = await gateway.createOrganisation({ test: true, plan });
  const codespar = new CodeSpar({ apiKey, baseUrl: gateway.url });
  onTestFinished(() => codespar.close());
  return {
    gateway,
    codespar,
    apiKey,
    logged,
    asaasKey: await emulator.credential("asaas", "seller"),
    database: `${directory.path}/data/codespar.sqlite`,
  };
}

describe.skipIf(executable === undefined)(
  "the dashboard of a gateway in a browser",
  { timeout: 240_000 },
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchBrowser(executable ?? "");
    });
    afterAll(() => browser?.close());

    async function openPage({ width = 1440, scheme = "light", locale = "en" } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: width < 500 ? 740 : 900 },
        colorScheme: scheme === "dark" ? "dark" : "light",
        locale,
        timezoneId: "America/Sao_Paulo",
      });
      context.setDefaultTimeout(15_000);
      onTestFinished(() => context.close());
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      return { page, complaints };
    }

    async function signIn(page: Page, url: string, apiKey: string): Promise<void> {
      await page.goto(url);
      await page.getByRole("textbox").fill(apiKey);
      await page.locator("form button[type=submit]").click();
      await page.locator("h1").waitFor();
      await page.locator("nav a").first().waitFor({ state: "attached" });
    }

    async function giveKey(page: Page, key: string): Promise<void> {
      const dialog = page.getByRole("dialog").filter({ has: page.getByRole("textbox", { name: "API key" }) });
      await dialog.getByRole("textbox", { name: "API key" }).fill(key);
      await dialog.getByRole("button", { name: "Continue" }).click();
    }

    async function keepPicture(page: Page, name: string): Promise<void> {
      if (pictures === undefined) return;
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name.replaceAll(/\W+/g, "-")}.png`) });
    }

    it.each([
      { width: 1440, scheme: "light", locale: "en" },
      { width: 1440, scheme: "dark", locale: "pt-BR" },
      { width: 360, scheme: "light", locale: "pt-BR" },
      { width: 360, scheme: "dark", locale: "es-MX" },
    ])("has no barrier on any screen at $width px, $scheme, $locale", async (options) => {
      const { gateway, codespar, apiKey, asaasKey } = await openGateway();
      await codespar.connections.create({ server_id: "asaas", credentials: { api_key: asaasKey } });
      const session = await codespar.sessions.create({
        servers: ["asaas", "stripe"],
        metadata: { tenant_id: "loja-1" },
        policy: { require_approval: { above: { BRL: 100_000 } } },
      });
      const customer = { name: "Ana Souza", document: "529.982.247-25", email: "ana@example.com" };
      const pay = (amount: number) =>
        session.execute({
          name: "codespar_pay",
          arguments: { method: "pix", amount, currency: "BRL", description: "Café", customer },
        });
      await pay(12_980);
      await pay(250_000).catch(() => {});
      await codespar.triggers.create({ name: "Loja", event: "*", webhook_url: "https://shop.example/hook" });
      const { page, complaints } = await openPage(options);
      await signIn(page, gateway.url, apiKey);
      for (const path of screens.filter((screen) => screen !== "/sandbox")) {
        await page.goto(`${gateway.url}/#${path}`);
        await page.getByRole("heading", { level: 1 }).waitFor();
        const row = page.locator(".list-body a.row-link").first();
        await row.or(page.locator(".empty, .tile, .panel table, .cards, .figure").first()).first().waitFor();
        await look(path);
        if (!(await row.isVisible())) continue;
        await row.click();
        await page.locator(".detail :is(dl, .problem)").first().waitFor();
        await look(`${path} opened`);
      }
      expect(await page.locator("nav a[href*=sandbox]").count()).toBe(0);
      expect(complaints).toEqual([]);

      async function look(where: string): Promise<void> {
        await page.evaluate(
          "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
        );
        await keepPicture(page, `gateway-${options.width}-${options.scheme}-${options.locale}-${where}`);
        expect([where, await findBarriers(page)]).toEqual([where, []]);
        const width = await page.evaluate("document.documentElement.scrollWidth");
        expect([where, width]).toEqual([where, options.width]);
      }
    });

    it("opens once by the address that the gateway prints, says that the money is real, and lets a session only look", async () => {
      const { gateway } = await openGateway();
      const link = gateway.dashboardUrl();
      const { page } = await openPage();
      await page.goto(link);
      await page.locator(".top .badge").getByText("Live: real money").waitFor();
      const kept = await page.evaluate(
        "JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }, document.documentElement.outerHTML])",
      );
      expect(kept).not.toContain("csk_");
      const { page: other } = await openPage();
      await other.goto(link);
      await other.getByRole("alert").getByText("This link was used").waitFor();
      await page.goto(`${gateway.url}/#/keys`);
      await page.getByRole("button", { name: "Create a key", exact: true }).click();
      await page.getByRole("dialog").waitFor();
      expect(await findBarriers(page)).toEqual([]);
    });

    it("approves a payment with a key that it does not keep, and it is made at the provider", async () => {
      const { gateway, codespar, apiKey, asaasKey } = await openGateway();
      await codespar.connections.create({ server_id: "asaas", credentials: { api_key: asaasKey } });
      const session = await codespar.sessions.create({
        servers: ["asaas"],
        policy: { require_approval: { above: { BRL: 100_000 } } },
      });
      const call = {
        name: "codespar_pay",
        arguments: {
          method: "pix",
          amount: 250_000,
          currency: "BRL",
          customer: { name: "Ana Souza", document: "529.982.247-25" },
        },
      } as const;
      const options = { idempotencyKey: "big-1" };
      await expect(session.execute(call, options)).rejects.toMatchObject({ code: "approval_required" });
      const { page } = await openPage();
      await signIn(page, gateway.url, apiKey);
      await page.locator(".top .badge").getByText("Test: no real money").waitFor();
      await page.goto(`${gateway.url}/#/approvals`);
      await page.getByRole("link", { name: "codespar_pay" }).click();
      await page.getByLabel("Decided by").fill("ana@loja.com");
      await page.getByLabel("Reason").fill("known customer");
      await page.getByRole("button", { name: "Approve" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: "API key" }).fill(apiKey);
      await dialog.getByRole("button", { name: "Continue" }).click();
      await page.locator(".detail").getByText("approved", { exact: true }).waitFor();
      expect(await page.evaluate("document.documentElement.outerHTML")).not.toContain(apiKey);
      expect(await session.execute(call, options)).toMatchObject({ success: true, provider: "asaas" });
    });

    it("has a payment approved on a phone, by a link that ends with the decision", async () => {
      const { gateway, codespar, apiKey, asaasKey } = await openGateway();
      await codespar.connections.create({ server_id: "asaas", credentials: { api_key: asaasKey } });
      const session = await codespar.sessions.create({
        servers: ["asaas"],
        policy: { require_approval: { above: { BRL: 100_000 } } },
      });
      const customer = { name: "Ana Souza", document: "529.982.247-25" };
      const call = {
        name: "codespar_pay",
        arguments: { method: "pix", amount: 250_000, currency: "BRL", customer },
      } as const;
      const options = { idempotencyKey: "phone-1" };
      await expect(session.execute(call, options)).rejects.toMatchObject({ code: "approval_required" });
      const { page } = await openPage();
      await signIn(page, gateway.url, apiKey);
      await page.goto(`${gateway.url}/#/approvals`);
      await page.getByRole("link", { name: "codespar_pay" }).click();
      await page.getByRole("button", { name: "Link for a phone" }).click();
      await giveKey(page, apiKey);
      const url = (await page.getByRole("dialog").locator(".secret").textContent()) ?? "";
      expect(url).toContain(`${gateway.url}/approve#`);
      const { page: phone, complaints } = await openPage({ width: 360, scheme: "dark", locale: "es-MX" });
      await phone.goto(url);
      await phone.locator(".amount").waitFor();
      expect(phone.url()).not.toContain("#");
      expect(await findBarriers(phone)).toEqual([]);
      expect(await phone.evaluate("document.documentElement.scrollWidth")).toBe(360);
      await keepPicture(phone, "gateway-360-approval-by-link");
      await phone.locator("input[name=by]").fill("ana@loja.com");
      await phone.locator("button[value=approve]").click();
      await phone.getByRole("status").waitFor();
      await keepPicture(phone, "gateway-360-approved-by-link");
      expect(complaints).toEqual([]);
      expect(await session.execute(call, options)).toMatchObject({ success: true, provider: "asaas" });
      const { page: late } = await openPage({ width: 360 });
      await late.goto(url);
      await late
        .getByText(/approved|no longer|ended/i)
        .first()
        .waitFor();
      expect(await late.locator("button[value=approve]").count()).toBe(0);
    });

    it("creates, rotates and revokes a key, each shown once and each with a key that is not kept", async () => {
      const { gateway, apiKey } = await openGateway();
      const { page } = await openPage();
      await signIn(page, gateway.url, apiKey);
      await page.goto(`${gateway.url}/#/keys`);
      await page.getByRole("button", { name: "Create a key", exact: true }).click();
      const form = page.getByRole("dialog", { name: "Create a key" });
      await form.getByLabel("Name").fill("agent");
      await form.getByLabel("usage:read").check();
      await form.getByRole("button", { name: "Create a key" }).click();
      await giveKey(page, apiKey);
      const first = await takeSecret();
      expect(await standing(first)).toBe(200);
      const card = page.locator(".cards > li").filter({ has: page.getByRole("heading", { name: "agent" }) });
      await card.getByRole("button", { name: "Rotate" }).click();
      await giveKey(page, apiKey);
      const second = await takeSecret();
      await card.getByText(/The key before still works until/).waitFor();
      expect([await standing(first), await standing(second)]).toEqual([200, 200]);
      await card.getByRole("button", { name: "Revoke" }).click();
      await giveKey(page, apiKey);
      await card.getByText("revoked", { exact: true }).waitFor();
      expect([await standing(first), await standing(second)]).toEqual([401, 401]);
      const html = await page.content();
      for (const key of [first, second, apiKey]) expect(html).not.toContain(key);

      async function takeSecret(): Promise<string> {
        const dialog = page.getByRole("dialog", { name: "The new key" });
        const key = (await dialog.locator(".secret").textContent()) ?? "";
        await dialog.getByRole("button", { name: "Close" }).click();
        await page.locator("dialog").waitFor({ state: "detached" });
        return key;
      }

      async function standing(key: string): Promise<number> {
        return (await fetch(`${gateway.url}/v1/usage`, { headers: { authorization: `Bearer ${key}` } }))
          .status;
      }
    });

    it("delivers again what was given up", async () => {
      const { gateway, codespar, apiKey, asaasKey, database } = await openGateway();
      // a name that is never anybody's (RFC 2606), so that every attempt fails
      const trigger = await codespar.triggers.create({
        name: "Loja",
        event: "tool_call.completed",
        webhook_url: "https://shop.example/hook",
      });
      await codespar.connections.create({ server_id: "asaas", credentials: { api_key: asaasKey } });
      const session = await codespar.sessions.create({ servers: ["asaas"] });
      await session.execute({
        name: "codespar_pay",
        arguments: {
          method: "pix",
          amount: 1000,
          currency: "BRL",
          customer: { name: "Ana", document: "529.982.247-25" },
        },
      });
      const { page } = await openPage();
      await signIn(page, gateway.url, apiKey);
      await page.goto(`${gateway.url}/#/webhooks`);
      await page.getByRole("link", { name: "Loja" }).click();
      const delivery = page.getByRole("article", { name: /^tool_call\.completed/ });
      await delivery.locator(".attempts li").first().waitFor();
      // a gateway's time is real, and it gives up after days: what it would write then
      const written = new DatabaseSync(database);
      written.exec(`UPDATE records SET row = json_set(row, '$.status', 'dead', '$.nextAttemptAt', NULL, '$.version',
        (row ->> 'version') + 1) WHERE kind = 'delivery'`);
      written.close();
      await delivery.getByText("gave up").waitFor();
      await delivery.getByRole("button", { name: "Deliver again" }).click();
      await giveKey(page, apiKey);
      await delivery.getByText("pending", { exact: true }).waitFor();
      await delivery.locator(".attempts li").nth(1).waitFor();
      const [again] = (await codespar.triggers.deliveries(trigger.id)).data;
      expect(again).toMatchObject({ event_type: "tool_call.completed", status: "pending" });
    });

    it("shows use and what an upgrade costs before it is asked for, and takes a lower plan for the month's end", async () => {
      const { gateway, codespar, apiKey, asaasKey } = await openGateway({ plan: "starter" });
      await codespar.connections.create({ server_id: "asaas", credentials: { api_key: asaasKey } });
      const session = await codespar.sessions.create({ servers: ["asaas"] });
      await session.execute({ name: "codespar_discover", arguments: { query: "pix" } });
      const { page } = await openPage();
      await signIn(page, gateway.url, apiKey);
      await page.getByText("of 200,000 tool calls").waitFor();
      await page.getByRole("progressbar").or(page.getByRole("meter")).first().waitFor();
      await page.getByRole("heading", { name: "Day by day" }).waitFor();
      await page.getByRole("heading", { name: "Months before" }).waitFor();
      await page.goto(`${gateway.url}/#/billing`);
      await page.getByRole("button", { name: "Upgrade Growth" }).click();
      const dialog = page.getByRole("dialog");
      const { charge_cents, credit_cents, due_cents } = await codespar.billing.preview({ plan: "growth" });
      expect(due_cents).toBe(charge_cents - credit_cents);
      const dollars = new Intl.NumberFormat("en", { style: "currency", currency: "USD" });
      await dialog.getByText(`${dollars.format(due_cents / 100)} due now`).waitFor();
      await keepPicture(page, "gateway-1440-upgrade");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Downgrade Hobby" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Change at the end of the month" }).click();
      await giveKey(page, apiKey);
      await page.getByRole("button", { name: /Keep Starter/ }).waitFor();
      expect(await codespar.billing.get()).toMatchObject({ plan: "starter", pending_plan: "hobby" });
    });

    it("connects a provider on the page that a link opens, which refuses the other environment's key in words", async () => {
      const { codespar, asaasKey } = await openGateway();
      const { url } = await codespar.connectSessions.create({ server_id: "asaas" });
      const { page } = await openPage({ width: 360, locale: "pt-BR" });
      await page.goto(url);
      const field = page.locator("input#api_key");
      await field.waitFor();
      expect(page.url()).not.toContain("#");
      expect(await findBarriers(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
      await field.fill("$aact_prod_hunter2");
      await page.locator("form button").first().click();
      await page.getByText("is of the live environment").waitFor();
      expect(await page.content()).not.toContain("hunter2");
      await field.fill(asaasKey);
      await keepPicture(page, "gateway-360-connect");
      await page.locator("form button").first().click();
      await field.waitFor({ state: "detached" });
      expect((await codespar.connections.list()).data).toMatchObject([
        { server_id: "asaas", status: "connected" },
      ]);
      await keepPicture(page, "gateway-360-connected");
    });
  },
);
