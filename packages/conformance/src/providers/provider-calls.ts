import type { liveWorld } from "./live-world.ts";

type World = Awaited<ReturnType<typeof liveWorld>>;

/** What an emulated provider responded to one call. */
export interface ProviderResponse {
  method: string;
  /** With the query. */
  path: string;
  status: number;
  body: unknown;
}

type Json = Record<string, unknown>;

/** Calls an emulated provider over its socket, and writes down every response. */
function recorder(world: World, headers: () => Record<string, string>) {
  const responses: ProviderResponse[] = [];
  return {
    responses,
    async call(method: string, path: string, body?: string): Promise<Json> {
      const response = await fetch(`${world.providerUrl}${path}`, {
        method,
        headers: headers(),
        body: body ?? null,
      });
      const text = await response.text();
      const parsed = text === "" ? undefined : JSON.parse(text);
      responses.push({ method, path, status: response.status, body: parsed });
      return parsed;
    },
  };
}

/** Every tool of Stripe once, and what a payment goes through. */
export async function callStripe(world: World): Promise<ProviderResponse[]> {
  const { responses, call } = recorder(world, () => ({
    authorization: `Bearer ${world.credential}`,
    "content-type": "application/x-www-form-urlencoded",
  }));
  const post = (path: string, body = "") => call("POST", path, body);
  const get = (path: string) => call("GET", path);
  const expand = "expand[0]=latest_charge.refunds";
  const customer = await post("/v1/customers", "name=Ana&email=ana%40example.com");
  await get("/v1/customers?email=ana%40example.com");
  const product = await post("/v1/products", "name=Plano");
  const price = await post(
    "/v1/prices",
    `product=${product.id}&currency=brl&unit_amount=4990&recurring[interval]=month`,
  );
  await get("/v1/prices?limit=3");
  for (const type of ["pix", "boleto"]) {
    const waiting = await post(
      "/v1/payment_intents",
      `amount=15990&currency=brl&confirm=true&payment_method_data[type]=${type}&${expand}`,
    );
    await get(`/v1/payment_intents/${waiting.id}`);
    await world.sandbox.clock.advance("2d");
    await get(`/v1/payment_intents/${waiting.id}?${expand}`);
    await post("/v1/refunds", `payment_intent=${waiting.id}&amount=100`);
    await get(`/v1/payment_intents/${waiting.id}?${expand}`);
  }
  const oxxo = "amount=15990&currency=mxn&confirm=true&payment_method_data[type]=oxxo";
  const voucher = await post("/v1/payment_intents", oxxo);
  await post(`/v1/payment_intents/${voucher.id}/cancel`);
  const draft = await post("/v1/payment_intents", "amount=500&currency=brl");
  await post(`/v1/payment_intents/${draft.id}/confirm`, `payment_method=pm_card_visa&${expand}`);
  const held = await post(
    "/v1/payment_intents",
    "amount=500&currency=brl&confirm=true&payment_method=pm_card_visa&capture_method=manual",
  );
  await post(`/v1/payment_intents/${held.id}/capture`);
  const session = await post(
    "/v1/checkout/sessions",
    "mode=payment&success_url=https%3A%2F%2Fexample.com&line_items[0][quantity]=2&line_items[0][price_data][currency]=brl&line_items[0][price_data][unit_amount]=500&line_items[0][price_data][product_data][name]=Caf%C3%A9",
  );
  await get(`/v1/checkout/sessions/${session.id}`);
  await post("/v1/payment_links", `line_items[0][price]=${price.id}&line_items[0][quantity]=1`);
  const subscription = await post("/v1/subscriptions", `customer=${customer.id}&items[0][price]=${price.id}`);
  await get(`/v1/invoices/${subscription.latest_invoice}`);
  await call("DELETE", `/v1/subscriptions/${subscription.id}`);
  const invoice = await post("/v1/invoices", `customer=${customer.id}`);
  await post(`/v1/invoices/${invoice.id}/finalize`);
  await get("/v1/balance");
  await get("/v1/disputes");
  return responses;
}

/** Every tool of Mercado Pago once, and what a payment goes through. */
export async function callMercadoPago(world: World): Promise<ProviderResponse[]> {
  let key = 0;
  const { responses, call } = recorder(world, () => {
    key += 1;
    return {
      authorization: `Bearer ${world.credential}`,
      "content-type": "application/json",
      "x-idempotency-key": `key-${key}`,
    };
  });
  const post = (path: string, body: object = {}) => call("POST", path, JSON.stringify(body));
  const put = (path: string, body: object) => call("PUT", path, JSON.stringify(body));
  const get = (path: string) => call("GET", path);
  const payer = {
    email: "ana@example.com",
    first_name: "Ana",
    identification: { type: "CPF", number: "11144477735" },
  };
  for (const payment_method_id of ["pix", "bolbradesco"]) {
    const payment = await post("/v1/payments", {
      transaction_amount: 159.9,
      description: "Pedido",
      payment_method_id,
      external_reference: "order-7",
      payer,
    });
    await world.sandbox.clock.advance("2d");
    await get(`/v1/payments/${payment.id}`);
    await post(`/v1/payments/${payment.id}/refunds`, { amount: 50 });
    await get(`/v1/payments/${payment.id}/refunds`);
    await get(`/v1/payments/${payment.id}`);
  }
  await get("/v1/payments/search?external_reference=order-7&sort=date_created&criteria=desc");
  const token = await post("/v1/card_tokens", { cardholder: { name: "APRO" } });
  const card = {
    transaction_amount: 20,
    payment_method_id: "master",
    token: token.id,
    installments: 3,
    payer,
  };
  const held = await post("/v1/payments", { ...card, capture: false });
  await put(`/v1/payments/${held.id}`, { capture: true });
  const other = await post("/v1/payments", { ...card, capture: false });
  await put(`/v1/payments/${other.id}`, { status: "cancelled" });
  const preference = await post("/checkout/preferences/", {
    items: [{ title: "Café", quantity: 2, unit_price: 5, currency_id: "BRL" }],
    external_reference: "order-8",
  });
  await get(`/checkout/preferences/${preference.id}`);
  await world.sandbox.clock.advance("5m");
  const found = (await get("/v1/payments/search?external_reference=order-8")) as {
    results: { order: { id: number } }[];
  };
  await get(`/merchant_orders/${found.results[0]?.order.id}`);
  const customer = await post("/v1/customers", { email: "ana@example.com", first_name: "Ana" });
  await get("/v1/customers/search?email=ana%40example.com");
  await get(`/v1/customers/${customer.id}`);
  await get("/v1/payment_methods");
  const subscription = await post("/preapproval/", {
    reason: "Plano",
    payer_email: "ana@example.com",
    back_url: "https://example.com",
    auto_recurring: { frequency: 1, frequency_type: "months", transaction_amount: 49.9, currency_id: "BRL" },
  });
  await get(`/preapproval/${subscription.id}`);
  await put(`/preapproval/${subscription.id}`, { status: "cancelled" });
  return responses;
}
