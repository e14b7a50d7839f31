import { afterEach, describe, expect, it } from "vitest";
import { type SandboxServer, startSandboxServer } from "../server/serve.ts";

let server: SandboxServer;
afterEach(() => server.close());

async function start(options: Parameters<typeof startSandboxServer>[0] = {}) {
  server = await startSandboxServer({
    port: 0,
    seed: 1,
    now: "2026-11-20T15:00:00Z",
    emulate: ["asaas", "stripe"],
    onError: (error) => expect.unreachable(String(error)),
    ...options,
  });
  const stripe = server.emulated.get("stripe");
  if (stripe === undefined) throw new Error("Stripe is not emulated.");
  return stripe;
}

const get = async (url: string, credential?: string, headers: Record<string, string> = {}) => {
  const authorization = credential === undefined ? {} : { authorization: `Bearer ${credential}` };
  const response = await fetch(url, { headers: { ...authorization, ...headers } });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
};

async function payThroughApi(): Promise<string> {
  const headers = { authorization: `Bearer ${server.apiKey}`, "content-type": "application/json" };
  const post = async (path: string, body: object) =>
    (await fetch(`${server.url}${path}`, { method: "POST", headers, body: JSON.stringify(body) })).json();
  const session = (await post("/v1/sessions", { servers: ["stripe"] })) as { id: string };
  const paid = (await post(`/v1/sessions/${session.id}/execute`, {
    name: "codespar_pay",
    arguments: { method: "pix", amount: 15990, currency: "BRL" },
  })) as { data: { payment_id: string } };
  return paid.data.payment_id;
}

describe("a sandbox server that emulates providers", () => {
  it("shows what was made with its API key to the printed credential, by port and by path", async () => {
    const { url, credential } = await start();
    const id = await payThroughApi();
    for (const base of [url, `${server.url}/providers/stripe`]) {
      const { status, body } = await get(`${base}/v1/payment_intents?limit=3`, credential);
      expect(status).toBe(200);
      expect(body.data.map((intent: { id: string }) => intent.id)).toEqual([id]);
    }
  });

  it("keeps the credential over a reset, and forgets what was made", async () => {
    const { url, credential } = await start();
    await payThroughApi();
    server.sandbox.reset();
    expect((await get(`${url}/v1/payment_intents`, credential)).body.data).toEqual([]);
    const id = await payThroughApi();
    expect((await get(`${url}/v1/payment_intents`, credential)).body.data).toMatchObject([{ id }]);
  });

  it("requires a credential, refuses live ones and web pages, and does not speak for others", async () => {
    const { url, credential } = await start();
    expect((await get(`${url}/v1/balance`)).status).toBe(401);
    expect((await get(`${url}/v1/balance`, "sk_live_hunter2")).status).toBe(401);
    expect((await get(`${url}/v1/balance`, credential, { origin: "https://evil.example" })).status).toBe(403);
    expect((await get(`${server.url}/providers/mercadopago/v1/payments/1`, credential)).status).toBe(404);
  });

  it("emulates nobody unless it is asked to", async () => {
    server = await startSandboxServer({ port: 0 });
    expect(server.emulated.size).toBe(0);
    expect((await get(`${server.url}/providers/stripe/v1/balance`, "sk_test_x")).status).toBe(404);
  });
});
