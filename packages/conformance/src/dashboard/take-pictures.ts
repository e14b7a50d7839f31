import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { fillShop } from "./fill-shop.ts";
import { findBrowser, launchBrowser } from "./launch-browser.ts";
import { openInspector } from "./open-inspector.ts";

/** The pictures of the guides, made from a shop's day on a sandbox. Run by `pnpm pictures`. */
const folder = fileURLToPath(new URL("../../../../docs/guides/pictures/", import.meta.url));
mkdirSync(folder, { recursive: true });

const executable = findBrowser();
if (executable === undefined) process.exit(1);
const browser = await launchBrowser(executable);
try {
  await takeWide();
  await takeNarrow();
} finally {
  await browser.close();
}

async function takeWide(): Promise<void> {
  await using inspector = await openInspector(browser, {
    now: "2026-03-02T12:00:00Z",
    seed: 1,
    plan: "starter",
    width: 1280,
  });
  const { page, go, codespar, server } = inspector;
  await fillShop(codespar, server);
  await go("/");
  await page.locator(".tile.warn").first().waitFor();
  await page.locator(".chart canvas").waitFor();
  await keep(page, "overview");
  await go("/calls?status=succeeded");
  await page.getByRole("link", { name: "codespar_pay" }).first().click();
  await page.getByRole("region", { name: "Life of the call" }).waitFor();
  await keep(page, "call");
  await go("/payments");
  await page.getByRole("link", { name: "Pix · Café" }).click();
  await page.getByRole("button", { name: "Pay now" }).waitFor();
  await keep(page, "payment");
  await go("/messages");
  await page.locator(".list-body .row-link").first().click();
  await page.locator(".phone").waitFor();
  await keep(page, "message");
  await go("/approvals");
  await page.locator(".list-body .row-link").first().click();
  await page.locator(".decision-amount").waitFor();
  await keep(page, "approval");
  await go("/billing");
  await page.getByRole("button", { name: "Upgrade Growth" }).click();
  await page.getByText(/due now/).waitFor();
  await keep(page, "upgrade");
  await go("/sandbox");
  await page.getByRole("heading", { name: "Clock" }).waitFor();
  await keep(page, "sandbox");
}

async function takeNarrow(): Promise<void> {
  await using inspector = await openInspector(browser, {
    now: "2026-03-02T12:00:00Z",
    seed: 1,
    plan: "growth",
    width: 360,
    scheme: "dark",
    locale: "pt-BR",
  });
  const { page, go, codespar, server } = inspector;
  await fillShop(codespar, server);
  await go("/calls");
  await page.locator(".list-body .row-link").first().waitFor();
  await keep(page, "calls-on-a-phone");
  const [approval] = (await codespar.approvals.list({ status: "pending" })).data;
  const { url } = await codespar.approvals.link(approval?.id ?? "");
  await page.goto(url);
  await page.locator(".amount").waitFor();
  await keep(page, "approval-on-a-phone");
}

/** As WebP, which is a tenth of a PNG. */
async function keep(page: Page, name: string): Promise<void> {
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send("Page.captureScreenshot", { format: "webp", quality: 70 });
  await devtools.detach();
  writeFileSync(`${folder}${name}.webp`, Buffer.from(data, "base64"));
}
