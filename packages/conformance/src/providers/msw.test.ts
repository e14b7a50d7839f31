import { emulateProviders } from "@codespar/sandbox/msw";
import { MercadoPagoConfig, Payment } from "mercadopago";
import { setupServer } from "msw/node";
import Stripe from "stripe";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

const { handlers, sandbox } = emulateProviders({ now: "2026-11-20T15:00:00Z" });
const server = setupServer(...handlers);
beforeAll(() => server.listen());
afterEach(() => sandbox.reset());
afterAll(() => server.close());

describe("an application with unmodified clients, offline", () => {
  it("is paid through Stripe as the clock moves", async () => {
    const stripe = new Stripe("sk_test_of_the_application");
    const intent = await stripe.paymentIntents.create({
      amount: 15990,
      currency: "brl",
      confirm: true,
      payment_method_data: { type: "pix" },
      allowed_payment_method_types: ["pix"],
    });
    expect(intent.status).toBe("requires_action");
    await sandbox.clock.advance("1m");
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe("succeeded");
  });

  it("is paid through Mercado Pago, each credential on an account of its own", async () => {
    const create = (accessToken: string) =>
      new Payment(new MercadoPagoConfig({ accessToken })).create({
        body: { transaction_amount: 10, payment_method_id: "pix", payer: { email: "ana@example.com" } },
      });
    const payment = await create("TEST-of-the-application");
    await create("TEST-of-another");
    const found = await new Payment(
      new MercadoPagoConfig({ accessToken: "TEST-of-the-application" }),
    ).search();
    expect(found.results?.map(({ id }) => id)).toEqual([payment.id]);
  });

  it("asks DHL Express on the paths of either environment", async () => {
    const track = (path: string) =>
      fetch(`https://express.api.dhl.com/mydhlapi${path}/shipments/1234567890/tracking`, {
        headers: { authorization: `Basic ${btoa("key-of-the-application:secret")}` },
      });
    for (const path of ["", "/test"]) {
      const response = await track(path);
      expect(await response.json()).toMatchObject({ status: "404", detail: "Envío no encontrado." });
    }
    expect(await (await track("/elsewhere")).json()).toMatchObject({ status: "404", title: "Not found" });
  });

  it("sees a provider that is down as a broken connection", async () => {
    sandbox.faults.set("stripe", { down: true });
    const stripe = new Stripe("sk_test_of_the_application", { maxNetworkRetries: 0 });
    await expect(stripe.balance.retrieve()).rejects.toMatchObject({ type: "StripeConnectionError" });
    sandbox.faults.clear();
  });

  it("refuses a live key, and says of a host that is not emulated what it is", async () => {
    await expect(new Stripe("sk_live_hunter2").balance.retrieve()).rejects.toMatchObject({ statusCode: 401 });
    const response = await fetch("https://sdx-api.pagar.me/core/v5/orders");
    expect(response.status).toBe(501);
    expect(await response.json()).toMatchObject({
      message: expect.stringMatching(/^sdx-api\.pagar\.me is a real provider/),
    });
  });
});
