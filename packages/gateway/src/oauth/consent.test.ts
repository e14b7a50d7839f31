import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { ask } from "../testing/gateway-process.ts";
import { startTestGateway } from "../testing/start-test-gateway.ts";

/** Mercado Pago's token endpoint, for one code. */
async function startMercadoPago(response: object = {}) {
  const requests: Record<string, string>[] = [];
  const server = createServer(async (request, reply) => {
    let text = "";
    for await (const piece of request) text += piece;
    requests.push({ path: request.url ?? "", ...JSON.parse(text) });
    reply.writeHead(200, { "content-type": "application/json" });
    reply.end(
      JSON.stringify({
        access_token: "APP_USR-of-the-seller-1234",
        refresh_token: "TG-of-the-seller-5678",
        expires_in: 15_552_000,
        user_id: 4711,
        live_mode: false,
        ...response,
      }),
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return { url: `http://127.0.0.1:${port}`, requests };
}

async function setUp(response?: object) {
  const mercadopago = await startMercadoPago(response);
  const test = await startTestGateway({
    providers: { testAddresses: { mercadopago: mercadopago.url } },
    oauth: { mercadopago: { clientId: "app-1", clientSecret: "s3cret-of-the-app" } },
  });

  /** A browser in which a link was opened. */
  async function openLink(server = "mercadopago") {
    const made = await ask(test.url, test.testKey, "POST", "/v1/connect-sessions", { server_id: server });
    const opened = await fetch(`${test.url}/connect/open`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: new URL(made.body.url).hash.slice(1) }),
    });
    const cookie = opened.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
    const get = (path: string, headers: Record<string, string> = { cookie }) =>
      fetch(test.url + path, { headers, redirect: "manual" });
    const form = await get("/connect/form");
    const page = await form.text();
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const consent = async () => {
      const sent = await fetch(`${test.url}/connect/consent`, {
        method: "POST",
        headers: { cookie },
        body: new URLSearchParams({ csrf }),
        redirect: "manual",
      });
      return { status: sent.status, to: new URL(sent.headers.get("location") ?? "http://none") };
    };
    const back = (query: Record<string, string>, path = "/connect/callback/mercadopago") =>
      get(`${path}?${new URLSearchParams(query)}`);
    return { get, page, policy: form.headers.get("content-security-policy"), consent, back };
  }
  const connections = async () => (await ask(test.url, test.testKey, "GET", "/v1/connections")).body.data;
  return { ...test, mercadopago, openLink, connections };
}

describe("consent at a provider", () => {
  it("connects the account that consents, and records when the token runs out", async () => {
    const { openLink, connections, mercadopago, url, logged } = await setUp();
    const { page, policy, consent, back } = await openLink();
    expect(page).toContain("Continue at Mercado Pago");
    expect(policy).toContain("form-action 'self' https://auth.mercadopago.com;");
    const { status, to } = await consent();
    expect([status, to.origin + to.pathname]).toEqual([303, "https://auth.mercadopago.com/authorization"]);
    const sent = Object.fromEntries(to.searchParams);
    expect(sent).toEqual({
      platform_id: "mp",
      response_type: "code",
      client_id: "app-1",
      redirect_uri: `${url}/connect/callback/mercadopago`,
      state: expect.stringMatching(/^\w{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
    });
    const done = await back({ code: "TG-code", state: sent.state ?? "" });
    expect([done.status, await done.text()]).toEqual([
      200,
      expect.stringContaining("Mercado Pago is connected"),
    ]);
    const [exchange] = mercadopago.requests;
    expect(exchange).toMatchObject({
      path: "/oauth/token",
      grant_type: "authorization_code",
      code: "TG-code",
      client_id: "app-1",
      client_secret: "s3cret-of-the-app",
      redirect_uri: sent.redirect_uri,
    });
    const challenge = createHash("sha256")
      .update(exchange?.code_verifier ?? "")
      .digest("base64url");
    expect(challenge).toBe(sent.code_challenge);
    const [connection] = await connections();
    expect(connection).toMatchObject({
      server_id: "mercadopago",
      status: "connected",
      credentials: {
        access_token: { last4: "1234" },
        refresh_token: { last4: "5678" },
        user_id: { last4: "" },
      },
    });
    const life = Date.parse(connection.expires_at) - Date.now();
    expect(life / 86_400_000).toBeCloseTo(180, 1);
    for (const secret of ["of-the-seller", "s3cret-of-the-app", "TG-code", sent.state]) {
      expect(logged.join("\n")).not.toContain(secret);
    }
  });

  it.each<[string, (state: string) => [Record<string, string>, string?]]>([
    ["another state", () => [{ code: "c", state: "x".repeat(43) }]],
    ["no state", () => [{ code: "c" }]],
    ["the callback of another provider", (state) => [{ code: "c", state }, "/connect/callback/asaas"]],
  ])("goes no further with %s, and no code is exchanged", async (_what, query) => {
    const { openLink, connections, mercadopago } = await setUp();
    const { consent, back } = await openLink();
    const state = (await consent()).to.searchParams.get("state") ?? "";
    expect((await back(...query(state))).status).toBe(403);
    expect(mercadopago.requests).toEqual([]);
    expect(await connections()).toEqual([]);
  });

  it("goes no further in another browser, nor a second time", async () => {
    const { openLink, mercadopago } = await setUp();
    const [mine, others] = [await openLink(), await openLink()];
    const state = (await mine.consent()).to.searchParams.get("state") ?? "";
    const query = `/connect/callback/mercadopago?code=c&state=${state}`;
    expect((await mine.get(query, {})).status).toBe(410);
    expect((await others.get(query)).status).toBe(403);
    expect(mercadopago.requests).toEqual([]);
    expect((await mine.get(query)).status).toBe(200);
    expect((await mine.get(query)).status).toBe(410);
    expect(mercadopago.requests).toHaveLength(1);
  });

  it.each<[string, Record<string, string>]>([
    ["the person says no", { error: "access_denied" }],
    ["an issuer is named that the provider does not have", { code: "c", iss: "https://evil.example" }],
  ])("stores nothing when %s, and can be tried again", async (_what, query) => {
    const { openLink, connections, mercadopago } = await setUp();
    const { consent, back } = await openLink();
    const state = (await consent()).to.searchParams.get("state") ?? "";
    const refused = await back({ ...query, state });
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining("Mercado Pago did not give its consent"),
    ]);
    expect(mercadopago.requests).toEqual([]);
    expect(await connections()).toEqual([]);
    const again = (await consent()).to.searchParams.get("state") ?? "";
    expect((await back({ code: "c", state: again })).status).toBe(200);
  });

  it("takes no token of the other environment", async () => {
    const { openLink, connections, logged } = await setUp({ live_mode: true });
    const { consent, back } = await openLink();
    const state = (await consent()).to.searchParams.get("state") ?? "";
    expect((await back({ code: "c", state })).status).toBe(422);
    expect(await connections()).toEqual([]);
    expect(logged.join("\n")).toContain("mercadopago gave live credentials, and this organisation is test.");
  });

  it("is not offered where there is no app", async () => {
    const { openLink } = await setUp();
    const { page, consent } = await openLink("asaas");
    expect(page).not.toContain("/connect/consent");
    expect((await consent()).status).toBe(410);
  });
});
