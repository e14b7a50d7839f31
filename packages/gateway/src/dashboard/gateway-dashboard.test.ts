import { describe, expect, it } from "vitest";
import { ask } from "../testing/gateway-process.ts";
import { startTestGateway } from "../testing/start-test-gateway.ts";

/** A browser at the dashboard: it signs in by a link's token or an API key. */
function browser(url: string) {
  let cookie = "";
  let csrf = "";
  return {
    async signIn({ link, key }: { link?: string; key?: string }) {
      const response = await fetch(`${url}/dashboard/session`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          origin: url,
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({ link }),
      });
      cookie = response.headers.get("set-cookie")?.split(";", 1)[0] ?? cookie;
      const session = await response.json();
      csrf = session.csrf ?? csrf;
      return { status: response.status, session };
    },
    async api(method: string, path: string, { body, headers }: { body?: object; headers?: object } = {}) {
      const response = await fetch(url + path, {
        method,
        headers: {
          cookie,
          origin: url,
          "x-codespar-csrf": csrf,
          "content-type": "application/json",
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json() };
    },
  };
}

describe("the dashboard of a gateway", () => {
  it("shows each who signs in their own organisation, by a link once or by an API key", async () => {
    const { gateway, url, testKey, liveKey } = await startTestGateway();
    await ask(url, testKey, "POST", "/v1/sessions", { servers: ["asaas"] });
    const address = new URL(gateway.dashboardUrl());
    const link = address.hash.slice("#signin=".length);
    expect(address.origin).toBe(url);
    const [owner, other, late] = [browser(url), browser(url), browser(url)];
    expect((await owner.signIn({ link })).status).toBe(200);
    expect((await late.signIn({ link })).status).toBe(401);
    expect((await other.signIn({ key: testKey })).status).toBe(200);
    expect((await owner.api("GET", "/v1/sessions")).body.data).toEqual([]);
    expect((await other.api("GET", "/v1/sessions")).body.data).toHaveLength(1);
    const keys = (await owner.api("GET", "/v1/api-keys")).body.data;
    expect(keys).toMatchObject([{ last4: liveKey.slice(-4) }]);
  });

  it("moves no money and changes nothing by itself, and does so with an API key", async () => {
    const { url, liveKey } = await startTestGateway();
    const page = browser(url);
    await page.signIn({ key: liveKey });
    for (const [path, body] of [
      ["/v1/sessions", { servers: ["asaas"] }],
      ["/v1/api-keys", {}],
      ["/v1/connections", { server_id: "asaas", credentials: { api_key: "$aact_prod_x" } }],
      ["/v1/triggers", { name: "t", event: "*", webhook_url: "https://a.example/" }],
      ["/v1/billing/portal", {}],
    ] as const) {
      const refused = await page.api("POST", path, { body });
      expect([path, refused.status, refused.body.error]).toEqual([path, 401, "unauthorized"]);
    }
    const headers = { authorization: `Bearer ${liveKey}` };
    expect((await page.api("POST", "/v1/sessions", { body: { servers: ["asaas"] }, headers })).status).toBe(
      201,
    );
  });

  it("ends a session when the key that opened it is revoked", async () => {
    const { url, liveKey } = await startTestGateway();
    const { body } = await ask(url, liveKey, "POST", "/v1/api-keys", { name: "mine" });
    const page = browser(url);
    await page.signIn({ key: body.key });
    expect((await page.api("GET", "/v1/sessions")).status).toBe(200);
    await ask(url, liveKey, "DELETE", `/v1/api-keys/${body.id}`);
    expect((await page.api("GET", "/v1/sessions")).status).toBe(401);
  });

  it("takes no key that is not valid, and no request of another site", async () => {
    const { url, liveKey } = await startTestGateway();
    const page = browser(url);
    expect((await page.signIn({ key: "csk_live_nobody" })).status).toBe(401);
    await page.signIn({ key: liveKey });
    const stolen = await page.api("GET", "/v1/sessions", { headers: { origin: "https://evil.example" } });
    expect(stolen.status).toBe(401);
    expect((await page.api("GET", "/v1/sessions", { headers: { "x-codespar-csrf": "" } })).status).toBe(401);
  });
});
