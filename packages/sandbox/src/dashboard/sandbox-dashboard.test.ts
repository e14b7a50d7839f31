import { afterEach, describe, expect, it } from "vitest";
import { type SandboxServer, startSandboxServer } from "../server/serve.ts";

const servers: SandboxServer[] = [];

async function start() {
  const server = await startSandboxServer({ port: 0, seed: 1, apiKey: "csk_test_owner" });
  servers.push(server);
  const { url } = server;
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  /** What the page does with the address: the token goes into a request, never into a path. */
  async function signIn(link = new URL(server.inspectorUrl()).hash.slice("#signin=".length)) {
    const response = await post("/dashboard/session", { link }, { origin: url });
    const { csrf, scopes } = await response.json();
    const cookie = response.headers.get("set-cookie") ?? "";
    const headers = { cookie: cookie.split(";")[0] ?? "", "x-codespar-csrf": csrf ?? "" };
    return { status: response.status, cookie, headers, scopes };
  }
  return { server, url, post, signIn };
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe("the inspector's page", () => {
  it("is served to a browser, with all of its files, under a policy that allows nothing foreign", async () => {
    const { url } = await start();
    const page = await fetch(url, { headers: { accept: "text/html,*/*" } });
    expect(page.status).toBe(200);
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const html = await page.text();
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style| on\w+=/i);
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? "");
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const response = await fetch(new URL(file, url));
      expect([file, response.status]).toEqual([file, 200]);
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("stays out of the API's way: a program that asks for the root gets an error in JSON", async () => {
    const { url } = await start();
    const response = await fetch(url);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: "not_found" });
  });

  it.each(["/dashboard/../../package.json", "/dashboard/%2e%2e/package.json", "/dashboard/nothing.js"])(
    "has no %s",
    async (path) => {
      const { url } = await start();
      expect((await fetch(url + path)).status).toBe(404);
    },
  );
});

describe("signing in", () => {
  it("by the printed address gives a cookie that no script can read, and works once", async () => {
    const { server, signIn, url } = await start();
    const link = new URL(server.inspectorUrl()).hash.slice("#signin=".length);
    const first = await signIn(link);
    expect(first.status).toBe(200);
    expect(first.cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/);
    expect(first.cookie).not.toContain("csk_");
    expect((await signIn(link)).status).toBe(401);
    const usage = await fetch(`${url}/v1/usage`, { headers: first.headers });
    expect(await usage.json()).toMatchObject({ used: 0, quota: 20_000 });
  });

  it("with a key gives no more than the key itself may do", async () => {
    const { url, post } = await start();
    const owner = { authorization: "Bearer csk_test_owner" };
    const { key, id } = await (await post("/v1/api-keys", { scopes: ["usage:read"] }, owner)).json();
    const opened = await fetch(`${url}/dashboard/session`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}` },
    });
    const { csrf, scopes } = await opened.json();
    expect(scopes).toEqual(["usage:read"]);
    const cookie = opened.headers.get("set-cookie")?.split(";")[0] ?? "";
    const headers = { cookie, "x-codespar-csrf": csrf };
    expect((await fetch(`${url}/v1/usage`, { headers })).status).toBe(200);
    expect((await fetch(`${url}/v1/tool-calls`, { headers })).status).toBe(403);
    // the session ends with its key
    await fetch(`${url}/v1/api-keys/${id}`, { method: "DELETE", headers: owner });
    expect((await fetch(`${url}/v1/usage`, { headers })).status).toBe(401);
  });

  it("with a key that is not known gives nothing", async () => {
    const { url } = await start();
    const headers = { authorization: "Bearer csk_test_other" };
    const response = await fetch(`${url}/dashboard/session`, { method: "POST", headers });
    expect([response.status, response.headers.get("set-cookie")]).toEqual([401, null]);
  });

  it("by an address that a program asked for with its key", async () => {
    const { url, post, signIn } = await start();
    const made = await post("/dashboard/links", {}, { authorization: "Bearer csk_test_owner" });
    const link = await made.json();
    expect(made.status).toBe(201);
    expect((await signIn(link.url.split("#signin=")[1])).status).toBe(200);
    expect((await post("/dashboard/links", {})).status).toBe(401);
    expect((await fetch(url)).status).toBe(404);
  });

  it("is over once one has signed out", async () => {
    const { url, signIn } = await start();
    const { headers } = await signIn();
    expect((await fetch(`${url}/dashboard/session`, { method: "DELETE", headers })).status).toBe(204);
    expect((await fetch(`${url}/v1/usage`, { headers })).status).toBe(401);
    expect((await fetch(`${url}/dashboard/session`, { headers })).status).toBe(401);
  });

  it("outlives a reset of the sandbox", async () => {
    const { url, server, signIn } = await start();
    const { headers } = await signIn();
    const before = await server.sandbox.identifyKey("csk_test_owner");
    server.sandbox.reset();
    expect(await server.sandbox.identifyKey("csk_test_owner")).toBeDefined();
    expect(before).toBeDefined();
    expect((await fetch(`${url}/v1/usage`, { headers })).status).toBe(200);
  });
});

describe("a session", () => {
  it("asks for the key again where keys, approvals and money are concerned", async () => {
    const { post, signIn } = await start();
    const { headers, scopes } = await signIn();
    expect(scopes).toContain("tools:execute");
    for (const scope of ["keys:write", "approvals:write", "billing:write"])
      expect(scopes).not.toContain(scope);
    for (const path of [
      "/v1/api-keys",
      "/v1/api-keys/key_1/rotate",
      "/v1/approvals/apr_1/approve",
      "/v1/billing/portal",
    ])
      expect([path, (await post(path, { by: "x" }, headers)).status]).toEqual([path, 401]);
  });

  it("shows the keys by their last four characters", async () => {
    const { url, signIn } = await start();
    const { headers } = await signIn();
    const listed = await (await fetch(`${url}/v1/api-keys`, { headers })).json();
    expect(listed.data).toMatchObject([{ prefix: "csk_test_", last4: "wner" }]);
    expect(JSON.stringify(listed)).not.toContain("csk_test_owner");
  });

  it.each([
    ["without the page's own header", { "x-codespar-csrf": "" }],
    ["with another header", { "x-codespar-csrf": "guess" }],
    ["from another page", { origin: "https://evil.example" }],
    ["from another page, by the browser's word", { "sec-fetch-site": "cross-site" }],
    ["from another port of this machine", { "sec-fetch-site": "same-site" }],
  ])("is none %s", async (_what, wrong) => {
    const { url, signIn } = await start();
    const { headers } = await signIn();
    expect((await fetch(`${url}/v1/usage`, { headers: { ...headers, ...wrong } })).status).toBe(401);
    expect((await fetch(`${url}/v1/usage`, { headers: { ...headers, origin: url } })).status).toBe(200);
  });

  it("is not shown to another page", async () => {
    const { url, signIn } = await start();
    const { headers } = await signIn();
    const asked = { cookie: headers.cookie, origin: "https://evil.example" };
    const response = await fetch(`${url}/dashboard/session`, { headers: asked });
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain(headers["x-codespar-csrf"]);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("takes nothing of the organisation's rate limit, and its calls count like any other", async () => {
    const { url, post, signIn } = await start();
    const { headers } = await signIn();
    for (let count = 0; count < 70; count += 1) {
      expect((await fetch(`${url}/v1/usage`, { headers })).status).toBe(200);
    }
    const owner = { authorization: "Bearer csk_test_owner" };
    expect((await fetch(`${url}/v1/usage`, { headers: owner })).headers.get("ratelimit-remaining")).toBe(
      "59",
    );
    const session = await (await post("/v1/sessions", { servers: ["asaas"] }, headers)).json();
    const pix = { name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } };
    expect((await post(`/v1/sessions/${session.id}/execute`, pix, headers)).status).toBe(200);
    expect(await (await fetch(`${url}/v1/usage`, { headers })).json()).toMatchObject({ used: 1 });
  });

  it("is in no list of keys", async () => {
    const { url, signIn } = await start();
    await signIn();
    const listed = await fetch(`${url}/v1/api-keys`, { headers: { authorization: "Bearer csk_test_owner" } });
    expect((await listed.json()).data).toHaveLength(1);
  });
});

describe("the test receiver", () => {
  it("shows a webhook exactly as it was sent, and responds as it is told", async () => {
    const { server, post, signIn, url } = await start();
    const { headers } = await signIn();
    const receiver = async () => (await fetch(`${url}/sandbox/receiver`, { headers })).json();
    const { url: address } = await receiver();
    await post("/v1/triggers", { name: "own", event: "*", webhook_url: address }, headers);
    await post("/sandbox/receiver", { status: 503 }, headers);
    const session = await (await post("/v1/sessions", { servers: ["asaas"] }, headers)).json();
    const pix = { name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } };
    await post(`/v1/sessions/${session.id}/execute`, pix, headers);
    await server.sandbox.clock.advance("1s");
    const { status, data } = await receiver();
    expect(status).toBe(503);
    expect(data[0].headers).toMatchObject({
      "webhook-id": expect.any(String),
      "webhook-signature": expect.any(String),
    });
    expect(JSON.parse(data[0].body)).toMatchObject({ type: "tool_call.completed", livemode: false });
    expect((await post("/sandbox/receiver", { status: 99 }, headers)).status).toBe(400);
    // nobody else gets to it
    expect((await fetch(`${url}/dashboard/receiver/guess`, { method: "POST" })).status).toBe(404);
    expect((await fetch(`${url}/sandbox/receiver`)).status).toBe(401);
  });
});
