import { describe, expect, it } from "vitest";
import { goodKey, startFakeAsaas } from "../testing/fake-asaas.ts";
import { ask } from "../testing/gateway-process.ts";
import { startTestGateway } from "../testing/start-test-gateway.ts";

const returnOrigin = "https://app.example.com";

async function setUp() {
  const asaas = await startFakeAsaas();
  const test = await startTestGateway({
    providers: { testAddresses: { asaas: asaas.url } },
    connect: { returnOrigins: [returnOrigin] },
  });
  const make = (body: object = {}, key = test.testKey) =>
    ask(test.url, key, "POST", "/v1/connect-sessions", { server_id: "asaas", ...body });
  const link = async (body?: object, key?: string) => String((await make(body, key)).body.url);
  return { ...test, asaas, make, link, browser: () => browser(test.url) };
}

/** A browser that holds one cookie, and does what the page's script does. */
function browser(url: string) {
  let cookie = "";
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), cookie, "accept-language": "en" };
    const response = await fetch(url + path, { ...init, headers, redirect: "manual" });
    const set = response.headers.get("set-cookie");
    if (set !== null) cookie = set.split(";", 1)[0] ?? "";
    return { status: response.status, headers: response.headers, text: await response.text(), set };
  };
  return {
    send,
    open: (link: string) =>
      send("/connect/open", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ token: new URL(link).hash.slice(1) }),
      }),
    form: () => send("/connect/form"),
    submit: async (fields: Record<string, string>, headers: Record<string, string> = {}) => {
      const { text } = await send("/connect/form");
      const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? "";
      const named = Object.entries(fields).map(([name, value]) => [`field.${name}`, value]);
      return send("/connect/form", {
        method: "POST",
        headers,
        body: new URLSearchParams({ csrf, ...Object.fromEntries(named) }),
      });
    },
  };
}

describe("a connect link", () => {
  it("lets a person connect a provider whose credentials nobody else gets to see", async () => {
    const { url, testKey, link, browser, asaas, logged } = await setUp();
    const person = browser();
    const address = await link({ tenant_id: "acme" });
    expect(address).toMatch(new RegExp(`^${url}/connect#org_\\w+\\.\\w{43}$`));
    expect((await person.open(address)).status).toBe(204);
    const page = await person.form();
    expect(page.status).toBe(200);
    expect(page.text).toContain("<h1>Connect Asaas</h1>");
    expect(page.text).toContain("Test account: no real money");
    const done = await person.submit({ api_key: goodKey });
    expect([done.status, done.text]).toEqual([200, expect.stringContaining("<h1>Asaas is connected</h1>")]);
    expect(asaas.seen).toEqual([{ url: "/v3/finance/balance", key: goodKey }]);

    const { body } = await ask(url, testKey, "GET", "/v1/connections");
    expect(body.data).toMatchObject([
      { server_id: "asaas", tenant_id: "acme", credentials: { api_key: { last4: "good" } } },
    ]);
    const everything = [page.text, done.text, JSON.stringify(body), ...logged].join("\n");
    expect(everything).not.toContain(goodKey);
    expect(everything).not.toContain(new URL(address).hash.slice(1));
  });

  it("opens once, in one browser, and not after 30 minutes", async () => {
    const { link, browser } = await setUp();
    const address = await link();
    const [first, second] = [browser(), browser()];
    expect((await first.open(address)).status).toBe(204);
    expect((await second.open(address)).status).toBe(410);
    expect((await second.form()).status).toBe(410);
    expect((await first.form()).status).toBe(200);
    expect((await first.submit({ api_key: goodKey })).status).toBe(200);
    // it is over: nothing can be stored with it again
    expect((await first.form()).status).toBe(410);
    for (const token of ["", "org_x.y", "a".repeat(1000)]) {
      expect((await browser().open(`http://x/#${token}`)).status).toBe(410);
    }
  });

  it("sends the person back to an allowed origin alone, with the connection's id", async () => {
    const { make, link, browser, url, testKey } = await setUp();
    for (const return_url of ["https://evil.example/", "javascript:alert(1)", "//app.example.com", "x"]) {
      const refused = await make({ return_url });
      expect(refused).toMatchObject({ status: 400, body: { issues: [{ path: "return_url" }] } });
    }
    const person = browser();
    await person.open(await link({ return_url: `${returnOrigin}/settings?tab=money` }));
    const done = await person.submit({ api_key: goodKey });
    const { data } = (await ask(url, testKey, "GET", "/v1/connections")).body;
    expect([done.status, done.headers.get("location")]).toEqual([
      303,
      `${returnOrigin}/settings?tab=money&connection_id=${data[0].id}`,
    ]);
    expect(done.set).toMatch(/^__Host-codespar-connect=; .*Max-Age=0$/);
  });

  it("needs the scope connections:write", async () => {
    const { url, testKey, make } = await setUp();
    const { body } = await ask(url, testKey, "POST", "/v1/api-keys", { scopes: ["connections:read"] });
    expect(await make({}, body.key)).toMatchObject({
      status: 403,
      body: { error: "insufficient_scope", required_scope: "connections:write" },
    });
  });
});

describe("credentials", () => {
  it.each([
    [{}, "Chave de API is missing."],
    [{ api_key: "$aact_hmlg_wrong" }, "Asaas does not accept these credentials."],
    [
      { api_key: "$aact_prod_live" },
      'These credentials do not work: <span lang="en">api_key of asaas is of the live environment',
    ],
    [{ api_key: '"><script>alert(1)</script>' }, "Asaas does not accept these credentials."],
  ])("%j are not stored, and the page says why", async (fields, says) => {
    const { url, testKey, link, browser } = await setUp();
    const person = browser();
    await person.open(await link());
    const refused = await person.submit(fields);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(says);
    // what was typed does not come back, and is never markup
    for (const value of Object.values(fields)) expect(refused.text).not.toContain(value);
    expect((await ask(url, testKey, "GET", "/v1/connections")).body.data).toEqual([]);
    // the person can try again
    expect((await person.submit({ api_key: goodKey })).status).toBe(200);
  });

  it("of a provider that cannot be reached are not stored", async () => {
    const { link, browser, asaas } = await setUp();
    const person = browser();
    await person.open(await link());
    asaas.behaviour.isDown = true;
    const refused = await person.submit({ api_key: goodKey });
    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining("Asaas could not be reached, so nothing was saved."),
    ]);
  });

  it("of the other environment are refused by the API as well, without a request to the provider", async () => {
    const { url, testKey, liveKey, asaas } = await setUp();
    const store = (key: string, api_key: string) =>
      ask(url, key, "POST", "/v1/connections", { server_id: "asaas", credentials: { api_key } });
    const refused = await store(testKey, "$aact_prod_secret");
    expect(refused).toMatchObject({ status: 400, body: { issues: [{ path: "credentials" }] } });
    expect(JSON.stringify(refused.body)).not.toContain("secret");
    expect((await store(liveKey, "$aact_hmlg_secret")).status).toBe(400);
    expect((await store(liveKey, "$aact_prod_secret")).status).toBe(201);
    expect((await store(testKey, "$aact_hmlg_secret")).status).toBe(201);
    expect(asaas.seen).toEqual([]);
  });
});

describe("the connect page", () => {
  it("runs nothing of others, is kept nowhere, leaks no address to others, and is framed by nobody", async () => {
    const { link, browser } = await setUp();
    const person = browser();
    await person.open(await link());
    for (const path of [
      "/connect",
      "/connect/form",
      "/connect/page.css",
      "/connect/open.js",
      "/connect/no",
    ]) {
      const { headers, text } = await person.send(path);
      expect(headers.get("cache-control"), path).toBe("no-store");
      expect(headers.get("referrer-policy"), path).toBe("no-referrer");
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      if (headers.get("content-type")?.startsWith("text/html") !== true) continue;
      expect(headers.get("content-security-policy"), path).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      );
      // no inline script, style or handler that the policy would refuse
      expect(text, path).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=|https?:/);
    }
  });

  it("keeps its session in a cookie of this host that no script can read", async () => {
    const { link, browser } = await setUp();
    const { set } = await browser().open(await link());
    expect(set).toMatch(
      /^__Host-codespar-connect=org_\w+\.\w{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=1(?:799|800)$/,
    );
  });

  it("takes no form that another site sends, nor one without the page's own mark", async () => {
    const { link, browser, url, testKey } = await setUp();
    const person = browser();
    await person.open(await link());
    for (const site of ["cross-site", "same-site", "none"]) {
      const refused = await person.submit({ api_key: goodKey }, { "sec-fetch-site": site });
      expect([site, refused.status]).toEqual([site, 403]);
    }
    const unmarked = await person.send("/connect/form", {
      method: "POST",
      body: new URLSearchParams({ "field.api_key": goodKey }),
    });
    expect(unmarked.status).toBe(403);
    // a form cannot open a link either: it cannot send JSON
    const opened = await person.send("/connect/open", {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: JSON.stringify({ token: new URL(await link()).hash.slice(1) }),
    });
    expect(opened.status).toBe(410);
    expect((await ask(url, testKey, "GET", "/v1/connections")).body.data).toEqual([]);
  });

  it.each([
    ["pt-BR,pt;q=0.9,en;q=0.8", "Conectar Asaas"],
    ["es-MX", "Conectar Asaas"],
    ["fr, es;q=0.5", "Conectar Asaas"],
    ["de", "Connect Asaas"],
  ])("speaks the browser's language: %s", async (language, title) => {
    const { link, browser } = await setUp();
    const person = browser();
    const { set } = await person.open(await link());
    const response = await fetch(`${new URL(await link()).origin}/connect/form`, {
      headers: { cookie: set?.split(";", 1)[0] ?? "", "accept-language": language },
    });
    expect(await response.text()).toContain(`<h1>${title}</h1>`);
  });
});
