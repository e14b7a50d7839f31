import { createSandbox, type Sandbox } from "@codespar/sandbox-core";
import { beforeEach, describe, expect, it } from "vitest";
import { servePages } from "./serve-pages.ts";
import { type ApiClient, apiClient } from "./testing/api-client.ts";

const shirt = { description: "Camiseta azul", quantity: 1, unit_amount: 15_990 };
const card = { action: "card", method: "credit_card", expiry: "12/30", cvc: "123" };

let sandbox: Sandbox;
let api: ApiClient;
let serve: ReturnType<typeof servePages>;

beforeEach(() => {
  sandbox = createSandbox({ seed: 1, now: "2026-11-21T18:00:00Z", publicUrl: "http://127.0.0.1:4010" });
  api = apiClient(sandbox);
  serve = servePages(sandbox);
});

async function get(url: string): Promise<Response> {
  const response = await serve(new Request(url));
  if (response === undefined) throw new Error(`${url} is no page`);
  return response;
}

/** Sends a form and follows where it leads. */
async function submit(url: string, form: Record<string, string>): Promise<Response> {
  const response = await serve(new Request(url, { method: "POST", body: new URLSearchParams(form) }));
  if (response?.status !== 303) return response ?? new Response(null, { status: 404 });
  return get(new URL(response.headers.get("location") ?? "", url).href);
}

const eventTypes = () =>
  sandbox.events.map(({ type }) => type).filter((type) => type !== "tool_call.completed");

async function openCheckout(server: string, currency: string): Promise<string> {
  const { url } = await api.execute([server], "codespar_checkout", { currency, items: [shirt] });
  return String(url);
}

describe("a checkout's page", () => {
  it("is paid by Pix, which moves the order", async () => {
    const url = await openCheckout("stripe", "BRL");
    expect(await (await get(url)).text()).toContain("Como você quer pagar?");
    const pix = await (await submit(url, { action: "choose", method: "pix" })).text();
    expect(pix).toContain("br.gov.bcb.pix");
    const [, picture = ""] = /<img class="qr" src="([^"]+)"/.exec(pix) ?? [];
    expect((await get(new URL(picture, url).href)).headers.get("content-type")).toBe("image/svg+xml");
    expect(eventTypes()).not.toContain("checkout.completed");
    const paid = await (await submit(url, { action: "pay" })).text();
    expect(paid).toContain("Pagamento confirmado");
    expect(eventTypes()).toEqual(expect.arrayContaining(["payment.confirmed", "checkout.completed"]));
  });

  it("is paid by a test card", async () => {
    const url = await openCheckout("stripe", "BRL");
    const paid = await submit(url, { ...card, number: "4242 4242 4242 4242", installments: "3" });
    expect(await paid.text()).toContain("•••• 4242");
    expect(eventTypes()).toContain("checkout.completed");
  });

  it("says why a card was declined, and is paid by another afterwards", async () => {
    const url = await openCheckout("stripe", "BRL");
    const declined = await (await submit(url, { ...card, number: "4000000000009995" })).text();
    expect(declined).toContain("O cartão foi recusado");
    expect(declined).toContain("saldo insuficiente");
    expect(declined).toContain("Como você quer pagar?");
    expect(eventTypes()).toContain("payment.failed");
    const paid = await submit(url, { ...card, number: "5555555555554444" });
    expect(await paid.text()).toContain("Pagamento confirmado");
  });

  it("asks the card's bank first where the card is under 3-D Secure", async () => {
    const url = await openCheckout("stripe", "BRL");
    const secured = { ...card, number: "4000000000003220" };
    expect(await (await submit(url, secured)).text()).toContain("3-D Secure");
    expect(eventTypes()).toEqual([]);
    expect(await (await submit(url, { action: "refuse" })).text()).toContain("O cartão foi recusado");
    await submit(url, secured);
    expect(await (await submit(url, { action: "authorize" })).text()).toContain("Pagamento confirmado");
  });

  it("takes no number that is not a test card's, and keeps none", async () => {
    const url = await openCheckout("stripe", "BRL");
    const refused = await submit(url, { ...card, number: "4539578763621486" });
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain("Este não é o número de um cartão de teste");
    expect(text).not.toContain("4539578763621486");
    expect(eventTypes()).toEqual([]);
  });

  it.each([
    [{ expiry: "10/26" }, "A validade é MM/AA, no futuro."],
    [{ expiry: "13/30" }, "A validade é MM/AA, no futuro."],
    [{ cvc: "12" }, "O código tem 3 ou 4 dígitos."],
  ])("names the field that is wrong: %o", async (change, message) => {
    const url = await openCheckout("stripe", "BRL");
    const refused = await submit(url, { ...card, number: "4242424242424242", ...change });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(message);
  });

  it("lets the customer change their mind: what they chose before is withdrawn", async () => {
    const url = await openCheckout("stripe", "BRL");
    await submit(url, { action: "choose", method: "pix" });
    await submit(url, { action: "drop" });
    await submit(url, { action: "choose", method: "boleto" });
    const paid = await (await submit(url, { action: "pay" })).text();
    expect(paid).toContain("Boleto");
    expect(eventTypes().filter((type) => type === "payment.confirmed")).toHaveLength(1);
  });

  it("waits for the person who took it over, and expires without them", async () => {
    const url = await openCheckout("stripe", "BRL");
    await submit(url, { action: "choose", method: "pix" });
    await sandbox.clock.advance("10m");
    expect(eventTypes()).toEqual([]);
    await sandbox.clock.advance("24h");
    expect(await (await get(url)).text()).toContain("Esta página venceu");
  });

  it("is paid by itself when nobody takes it over", async () => {
    const url = await openCheckout("stripe", "BRL");
    await get(url);
    await sandbox.clock.advance("2m");
    expect(await (await get(url)).text()).toContain("Pagamento confirmado");
  });

  it("does nothing twice", async () => {
    const url = await openCheckout("stripe", "BRL");
    await submit(url, { action: "choose", method: "pix" });
    await Promise.all([submit(url, { action: "pay" }), submit(url, { action: "pay" })]);
    await submit(url, { action: "pay" });
    expect(eventTypes().filter((type) => type === "checkout.completed")).toHaveLength(1);
  });

  it("speaks Spanish where pesos are paid", async () => {
    const url = await openCheckout("conekta", "MXN");
    expect(await (await get(url)).text()).toContain("¿Cómo quieres pagar?");
    const oxxo = await (await submit(url, { action: "choose", method: "oxxo" })).text();
    expect(oxxo).toContain("Paga en OXXO");
    expect(oxxo).toContain("$159.90 MXN");
  });
});

describe("a payment's page", () => {
  it("is where a Webpay payer says yes or no", async () => {
    const pay = { method: "webpay", amount: 15_990, currency: "CLP" };
    const first = await api.execute(["transbank"], "codespar_pay", pay);
    const url = Reflect.get(Object(first.webpay), "redirect_url");
    // Transbank's form posts the token, and asks for nothing else
    const arrived = await serve(
      new Request(url, { method: "POST", body: new URLSearchParams({ token_ws: "x" }) }),
    );
    expect(arrived?.status).toBe(200);
    expect(await (await submit(url, { action: "reject" })).text()).toContain("El pago no fue autorizado");
    expect(eventTypes()).toEqual(["payment.failed"]);
    const second = await api.execute(["transbank"], "codespar_pay", pay);
    const other = Reflect.get(Object(second.webpay), "redirect_url");
    expect(await (await submit(other, { action: "pay" })).text()).toContain("Pago confirmado");
  });

  it("notifies an open page when something was paid elsewhere", async () => {
    const url = await openCheckout("stripe", "BRL");
    const state = async () => (await get(`${url}/state`)).json();
    const before = await state();
    expect(await (await get(url)).text()).toContain(`data-state="${before.state}"`);
    await sandbox.clock.advance("2m");
    expect(await state()).not.toEqual(before);
  });
});

describe("what is safe about it", () => {
  const hostile = `<img src=x onerror=alert(1)>"'&\u202e👩🏽‍🚀 ${"a".repeat(200)}`;

  it("shows what others wrote as text", async () => {
    const items = [{ ...shirt, description: hostile }];
    const { url } = await api.execute(["stripe"], "codespar_checkout", { currency: "BRL", items });
    const text = await (await get(String(url))).text();
    expect(text).not.toContain("<img src=x");
    expect(text).toContain("&lt;img src=x onerror=alert(1)&gt;");
  });

  it("follows no address that is not one of the web", async () => {
    const { data } = await api.native("stripe", "stripe_create_checkout_session", {
      mode: "payment",
      success_url: "javascript:alert(1)",
      line_items: [
        { quantity: 1, price_data: { currency: "brl", unit_amount: 15_990, product_data: { name: "x" } } },
      ],
    });
    const url = String(Reflect.get(Object(data), "url"));
    const paid = await (await submit(url, { ...card, number: "4242424242424242" })).text();
    expect(paid).toContain("Pagamento confirmado");
    expect(paid).not.toContain("javascript:");
  });

  it("loads nothing from elsewhere and runs nothing inline", async () => {
    const url = await openCheckout("stripe", "BRL");
    const response = await get(url);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const text = await response.text();
    expect(text).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style=|https?:\/\/(?!127\.0\.0\.1)/);
    for (const [, source = ""] of text.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      expect((await get(new URL(source, url).href)).status).toBe(200);
    }
  });

  it("opens for nobody who guesses", async () => {
    const url = await openCheckout("stripe", "BRL");
    const last = url.at(-1) === "0" ? "1" : "0";
    for (const guess of [`${url.slice(0, -1)}${last}`, url.slice(0, -32) + "0".repeat(32), `${url}x`]) {
      expect((await get(guess)).status).toBe(404);
    }
    const other = new URL(url.replace("/checkouts/stripe/", "/checkouts/conekta/"));
    expect((await get(other.href)).status).toBe(404);
  });

  it("keeps apart what two customers of CodeSpar call the same", async () => {
    const issue = async (key: string, name: string, document: string) => {
      const customer = apiClient(sandbox, key);
      await customer.native("focus-nfe", "focus_nfe_create_cte", {
        ref: "order-1",
        nome_destinatario: name,
        cpf_destinatario: document,
        valor_total: 159.9,
      });
      await sandbox.clock.advance("5s");
      const { data } = await customer.native("focus-nfe", "focus_nfe_get_nfe", { ref: "order-1" });
      return String(Reflect.get(Object(data), "caminho_dacte")).replace(/\/[^/]*$/, "");
    };
    const urls = [
      await issue("csk_test_first", "Maria", "52998224725"),
      await issue("csk_test_second", "João", "11144477735"),
    ];
    const names = await Promise.all(urls.map(async (url) => (await get(url)).text()));
    expect(names[0]).toContain("Maria");
    expect(names[0]).not.toContain("João");
    expect(names[1]).toContain("João");
  });

  it("prints a document whatever its caller calls it", async () => {
    for (const ref of ["r".repeat(3000), "ação/../?#%2F 😀", " "]) {
      await api.native("focus-nfe", "focus_nfe_create_cte", {
        ref,
        nome_destinatario: hostile,
        cpf_destinatario: "52998224725",
        valor_total: 10,
      });
      await sandbox.clock.advance("5s");
      const { data } = await api.native("focus-nfe", "focus_nfe_get_nfe", { ref });
      const response = await get(String(Reflect.get(Object(data), "caminho_dacte")));
      expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    }
  });

  it("refuses what nobody may do there", async () => {
    const url = await openCheckout("stripe", "BRL");
    expect((await serve(new Request(url, { method: "DELETE" })))?.status).toBe(405);
    expect((await submit(url, { action: "pay", note: "x".repeat(20_000) })).status).toBe(413);
    expect(await serve(new Request("http://127.0.0.1:4010/v1/sessions"))).toBeUndefined();
    const head = await serve(new Request(url, { method: "HEAD" }));
    expect([head?.status, await head?.text()]).toEqual([200, ""]);
  });
});
