import { chromium } from "playwright-core";
const [url, key] = process.argv.slice(2);
const link = async () => {
  const r = await fetch(`${url}/v1/connect-sessions`, { method: "POST", headers: { authorization: `Bearer ${key}`, "content-type": "application/json" }, body: JSON.stringify({ server_id: "asaas" }) });
  return (await r.json()).url;
};
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
for (const [width, scheme, locale] of [[360, "light", "pt-BR"], [1440, "light", "en"], [360, "dark", "es-MX"], [1440, "dark", "pt-BR"]]) {
  const context = await browser.newContext({ viewport: { width, height: 760 }, colorScheme: scheme, locale });
  const page = await context.newPage();
  const problems = [];
  page.on("console", (m) => problems.push(m.text())); page.on("pageerror", (e) => problems.push(String(e)));
  await page.goto(await link());
  await page.waitForURL("**/connect/form");
  console.log(width, scheme, page.url(), await page.title(), (await context.cookies()).map((c) => `${c.name} ${c.secure} ${c.httpOnly} ${c.sameSite}`));
  await page.screenshot({ path: `/tmp/gw-${width}-${scheme}-form.png` });
  await page.reload();
  await page.fill("#api_key", "$aact_hmlg_wrong_key_value");
  await page.click("button:last-of-type");
  await page.waitForSelector(".alert");
  await page.screenshot({ path: `/tmp/gw-${width}-${scheme}-refused.png` });
  await page.fill("#api_key", "$aact_hmlg_good");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("form") === null);
  await page.screenshot({ path: `/tmp/gw-${width}-${scheme}-done.png` });
  console.log(await page.textContent("h1"), problems, await page.evaluate(() => document.documentElement.scrollWidth > innerWidth));
  await page.goto(`${url}/connect/form`);
  await page.screenshot({ path: `/tmp/gw-${width}-${scheme}-gone.png` });
  await context.close();
}
await browser.close();
