import { MercadoPagoConfig, OAuth } from "mercadopago";
import { AppConfig } from "mercadopago/dist/utils/config/index.js";
import { afterEach, beforeEach, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";

const realUrl = AppConfig.BASE_URL;
let world: Awaited<ReturnType<typeof liveWorld>>;
beforeEach(async () => {
  world = await liveWorld("mercadopago");
  Object.assign(AppConfig, { BASE_URL: world.providerUrl });
});
afterEach(async () => {
  Object.assign(AppConfig, { BASE_URL: realUrl });
  await world.close();
});

const app = { client_id: "123", client_secret: "hunter2" };
const oauth = () => new OAuth(new MercadoPagoConfig({ accessToken: "TEST-1", options: { maxRetries: 0 } }));
const exchange = (code: string) =>
  oauth().create({ body: { ...app, code, redirect_uri: "https://gateway.example/connect/callback" } });
const refresh = (refresh_token: string | undefined) =>
  oauth().refresh({ body: { ...app, refresh_token: refresh_token ?? "" } });

async function call(token: string | undefined, path: string, body?: object) {
  const response = await fetch(`${world.providerUrl}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "x-idempotency-key": "k",
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return (await response.json()) as { id?: number };
}

it("gives tokens for a code, once, and others for a refresh token, once, all of one account", async () => {
  const first = await exchange("TG-1");
  expect(first).toMatchObject({
    token_type: "Bearer",
    expires_in: 15_552_000,
    live_mode: false,
    user_id: expect.any(Number),
  });
  const payer = { email: "ana@example.com" };
  const { id } = await call(first.access_token, "/v1/payments", {
    transaction_amount: 10,
    payment_method_id: "pix",
    payer,
  });
  const second = await refresh(first.refresh_token);
  expect(second.user_id).toBe(first.user_id);
  expect(second.access_token).not.toBe(first.access_token);
  expect(await call(second.access_token, `/v1/payments/${id}`)).toMatchObject({ id });
  await expect(exchange("TG-1")).rejects.toMatchObject({ status: 400, error: "invalid_grant" });
  await expect(refresh(first.refresh_token)).rejects.toMatchObject({ status: 400, error: "invalid_grant" });
  await expect(refresh(second.refresh_token)).resolves.toMatchObject({ user_id: first.user_id });
});
