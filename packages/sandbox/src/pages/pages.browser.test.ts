import axeCore from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type SandboxServer, startSandboxServer } from "../server.ts";
import { type ApiClient, apiClient } from "./testing/api-client.ts";
import { hasBrowser, type OpenBrowser, openBrowser } from "./testing/open-browser.ts";

let server: SandboxServer;
let browser: OpenBrowser;
let api: ApiClient;
let page: Page;
/** What the browser asked for beyond the server, or complained of. */
let complaints: string[];

describe.skipIf(!hasBrowser())("pages in a browser", () => {
  beforeAll(async () => {
    server = await startSandboxServer({ port: 0, seed: 1, now: "2026-11-21T18:00:00Z", plan: "growth" });
    api = apiClient(server.sandbox, server.apiKey);
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  beforeEach(async () => {
    await page?.close();
    page = await browser.context.newPage();
    complaints = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      // a form with a mistake in it is treated as such
      if (message.type() === "error" && !message.text().includes("422")) complaints.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith("data:"))
        complaints.push(request.url());
    });
  });

  const shirt = [{ description: "Camiseta azul, tamanho M", quantity: 1, unit_amount: 15_990 }];

  async function checkout(provider: string, currency: string): Promise<string> {
    const items = [{ ...shirt[0], unit_amount: currency === "COP" ? 9_990_000 : 15_990 }];
    const { url } = await api.execute([provider], "codespar_checkout", { currency, items });
    return String(url);
  }

  const pay = async (provider: string, args: object) =>
    api.execute([provider], "codespar_pay", { customer: { name: "María", email: "m@example.com" }, ...args });

  const getRedirect = (payment: object, method: string): string =>
    Reflect.get(Object(Reflect.get(payment, method)), "redirect_url");

  /** Looks at the page as it is in both schemes, narrow and wide; returns what is wrong. */
  async function examine(): Promise<string[]> {
    const problems: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      for (const width of [360, 1440]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        const overflow = Number(
          await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
        );
        if (overflow > 0) problems.push(`${width} px: ${overflow} px too wide`);
        problems.push(...(await axe()).map((problem) => `${colorScheme} ${width} px: ${problem}`));
      }
    }
    await page.setViewportSize({ width: 360, height: 800 });
    return problems;
  }

  /** By the debugger's protocol, which the page's own policy does not stop. */
  async function axe(): Promise<string[]> {
    const session = await browser.context.newCDPSession(page);
    const expression = `${axeCore.source};
      axe.run(document).then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + " " + html.slice(0, 100))))`;
    const { result } = await session.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    await session.detach();
    return result.value ?? [JSON.stringify(result)];
  }

  const eventTypes = () => server.sandbox.events.map(({ type }) => type);

  it("a checkout is paid by Pix, its code copied, and axe finds nothing on the way", async () => {
    await page.goto(await checkout("stripe", "BRL"));
    expect(await examine()).toEqual([]);
    await page.getByRole("button", { name: "Pix" }).click();
    await page.waitForSelector("img.qr");
    await expect
      .poll(() => page.evaluate("document.querySelector('img.qr').naturalWidth"))
      .toBeGreaterThan(100);
    expect(await examine()).toEqual([]);
    await page.getByRole("button", { name: "Copiar" }).click();
    await page.getByRole("button", { name: "Copiado" }).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toContain("br.gov.bcb.pix");
    const before = eventTypes().length;
    await page.getByRole("button", { name: "Simular o pagamento" }).click();
    await page.getByText("Pagamento confirmado").waitFor();
    expect(await examine()).toEqual([]);
    expect(eventTypes().slice(before)).toContain("checkout.completed");
    expect(complaints).toEqual([]);
  });

  it("a checkout is paid by card after a mistake, a declined card and 3-D Secure, by keyboard alone", async () => {
    await page.goto(await checkout("stripe", "BRL"));
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const fill = async (number: string) => {
      await page.getByRole("link", { name: "Cartão de crédito" }).focus();
      await press("Enter");
      await page.getByLabel("Número do cartão").focus();
      for (const text of [number, "12/30", "123"]) {
        await page.keyboard.type(text);
        await press("Tab");
      }
    };
    await fill("1234");
    await press("Tab", "Enter");
    await page.getByText("Este não é o número de um cartão de teste").waitFor();
    expect(await page.evaluate("document.activeElement.id")).toBe("card-number");
    expect(await examine()).toEqual([]);
    await page.goto(page.url().split("?")[0] ?? "");
    await fill("4000000000000002");
    await press("Tab", "Enter");
    await page.getByText("O cartão foi recusado").waitFor();
    expect(await examine()).toEqual([]);
    await fill("4000000000003220");
    await press("Tab", "Enter");
    await page.getByRole("heading", { name: "Confirme no seu banco" }).waitFor();
    expect(await examine()).toEqual([]);
    await page.getByRole("button", { name: "Autorizar" }).focus();
    await press("Enter");
    await page.getByText("Pagamento confirmado").waitFor();
    expect(complaints).toEqual([]);
  });

  it.each([
    ["boleto", async () => checkout("stripe", "BRL"), "Boleto", "Linha digitável"],
    ["SPEI", async () => checkout("conekta", "MXN"), "Transferencia SPEI", "CLABE"],
    ["OXXO", async () => checkout("conekta", "MXN"), "OXXO Pay", "Muestra el código en la caja."],
    ["PSE", async () => checkout("wompi", "COP"), "PSE", "Aquí entrarías a tu banco"],
    ["a wallet", async () => checkout("wompi", "COP"), "Billetera digital", "Aquí entrarías a tu billetera"],
  ])("a checkout is paid by %s", async (_method, open, button, shown) => {
    await page.goto(await open());
    await page.getByRole("button", { name: button }).click();
    await page.getByText(shown).first().waitFor();
    expect(await examine()).toEqual([]);
    await page.locator("button[value=pay]").click();
    await page.locator(".done").waitFor();
    expect(complaints).toEqual([]);
  });

  it("Webpay's and PSE's own pages are clean as well", async () => {
    const webpay = await pay("transbank", { method: "webpay", amount: 15_990, currency: "CLP" });
    await page.goto(getRedirect(webpay, "webpay"));
    expect(await examine()).toEqual([]);
    const pse = await pay("wompi", {
      method: "pse",
      amount: 9_990_000,
      currency: "COP",
      customer: { email: "ana@example.com" },
    });
    await page.goto(getRedirect(pse, "pse"));
    await page.getByRole("button", { name: "Rechazar" }).click();
    await page.getByText("El pago no fue autorizado").waitFor();
    expect(await examine()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("an open page shows by itself what was paid elsewhere", async () => {
    const { url, checkout_id } = await api.execute(["stripe"], "codespar_checkout", {
      currency: "BRL",
      items: shirt,
    });
    await page.goto(String(url));
    await server.sandbox.checkouts.pay(String(checkout_id));
    await page.getByText("Pagamento confirmado").waitFor();
    expect(complaints).toEqual([]);
  });

  it("documents and parcels have clean pages, and so has an address that opens nothing", async () => {
    const invoice = await api.execute(["nuvem-fiscal"], "codespar_invoice", {
      type: "nfe",
      customer: {
        name: "Maria da Conceição",
        document: "52998224725",
        address: { postal_code: "01310-100", number: "1578" },
      },
      items: shirt,
    });
    await page.goto(String(invoice.pdf_url).replace(/\/[^/]*$/, ""));
    expect(await examine()).toEqual([]);
    await page.goto(`${server.url}/pages/payments/asaas/pay_1/${"0".repeat(32)}`);
    expect(await examine()).toEqual([]);
  });

  it("is looked at by an axe that cuts", async () => {
    await page.goto(await checkout("stripe", "BRL"));
    await page.evaluate("document.querySelector('main').append(document.createElement('img'))");
    expect((await examine()).join()).toContain("image-alt");
  });

  it("what others wrote runs nowhere and breaks no page", async () => {
    for (const description of [
      `<img src=x onerror="document.title='ran'"><script>document.title='ran'</script>`,
      "\u202eegassem terces \u2066 مرحبا بالعالم שלום",
      "👩🏽‍🚀🇧🇷".repeat(60),
      "W".repeat(500),
    ]) {
      const items = [{ description, quantity: 1, unit_amount: 15_990 }];
      const { url } = await api.execute(["stripe"], "codespar_checkout", { currency: "BRL", items });
      await page.goto(String(url));
      expect(await page.title()).not.toBe("ran");
      expect(await examine()).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });
});
