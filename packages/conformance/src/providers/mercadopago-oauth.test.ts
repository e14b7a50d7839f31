import { connect, mercadopagoConnector, OAuthError } from "@codespar/providers/connect";
import { afterEach, beforeEach, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
beforeEach(async () => {
  world = await liveWorld("mercadopago");
});
afterEach(() => world.close());

const { signal } = new AbortController();
const code = {
  code: "TG-1",
  redirectUri: "https://gateway.example/connect/callback",
  verifier: "v".repeat(43),
};
const app = { clientId: "123", clientSecret: "hunter2" };

function client() {
  const oauth = world.provider.oauth?.(app);
  if (oauth === undefined) throw new Error("Mercado Pago has no consent.");
  return oauth;
}

async function createPayment(credentials: Readonly<Record<string, string>>): Promise<unknown> {
  const answer = await world.provider.execute({
    operationId: "tc_01",
    tool: "mercadopago_create_payment",
    arguments: { transaction_amount: 10, payment_method_id: "pix", payer: { email: "ana@example.com" } },
    account: "org_1",
    credentials,
    signal,
    emit: () => {},
  });
  return answer.ok ? answer.data.id : answer.code;
}

it("exchanges a code for credentials of the seller's account, once", async () => {
  const credentials = await client().exchange(code, signal);
  expect(credentials).toMatchObject({
    access_token: expect.any(String),
    refresh_token: expect.any(String),
    user_id: expect.stringMatching(/^\d+$/),
  });
  expect(Number(credentials.expires_at)).toBe(world.sandbox.clock.now() + 15_552_000_000);
  expect(world.provider.checkCredentials(credentials)).toBeUndefined();
  expect(await createPayment(credentials)).toEqual(expect.any(Number));
  const again = await client()
    .exchange(code, signal)
    .catch((error: unknown) => error);
  expect(again).toBeInstanceOf(OAuthError);
  expect(again).toMatchObject({ reason: "refused" });
  expect(String(again)).not.toContain("hunter2");
});

it("refreshes tokens before they run out, on the same account, and no refresh token works twice", async () => {
  const first = await client().exchange(code, signal);
  const payment = await createPayment(first);
  const second = await client().refresh(first, signal);
  expect(second.access_token).not.toBe(first.access_token);
  const read = await world.provider.read(
    "mercadopago_get_payment",
    { id: Number(payment) },
    { account: "org_1", credentials: second, signal },
  );
  expect(read).toMatchObject({ ok: true, data: { id: payment } });
  await expect(client().refresh(first, signal)).rejects.toMatchObject({ reason: "refused" });
  expect((await client().refresh(second, signal)).user_id).toBe(first.user_id);
});

it("does not take tokens of the other environment, and never tries again when nothing comes back", async () => {
  const live = connect(mercadopagoConnector, {
    environment: "live",
    send: async () => ({
      status: 200,
      headers: {},
      text: JSON.stringify({
        access_token: "TEST-1",
        refresh_token: "r",
        user_id: 1,
        expires_in: 1,
        live_mode: false,
      }),
    }),
  });
  await expect(live.oauth?.(app).exchange(code, signal)).rejects.toMatchObject({ reason: "environment" });
  let sent = 0;
  const silent = connect(mercadopagoConnector, {
    environment: "live",
    send: async () => {
      sent += 1;
      throw new Error("reset");
    },
  });
  await expect(silent.oauth?.(app).refresh({ refresh_token: "r" }, signal)).rejects.toMatchObject({
    reason: "unknown",
  });
  expect(sent).toBe(1);
});
