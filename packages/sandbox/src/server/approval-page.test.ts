import type { JsonObject } from "@codespar/contract";
import { afterEach, expect, it } from "vitest";
import { type SandboxServer, startSandboxServer } from "./serve.ts";

let server: SandboxServer;
afterEach(() => server.close());

const hostile = `\u202e</pre><script>document.title="hacked"</script><img src=x>`;

/** A server with a call that waits for a person. */
async function holdCall() {
  server = await startSandboxServer({ port: 0, now: "2026-03-02T12:00:00Z", plan: "growth" });
  async function api(method: string, path: string, body: object = {}, key = "key-1"): Promise<JsonObject> {
    const response = await fetch(server.url + path, {
      method,
      headers: {
        authorization: `Bearer ${server.apiKey}`,
        "content-type": "application/json",
        "idempotency-key": `${key}${path}`.replaceAll(/\W/g, "-"),
      },
      ...(method === "GET" ? {} : { body: JSON.stringify(body) }),
    });
    return response.json();
  }
  const { id } = await api("POST", "/v1/sessions", {
    servers: ["asaas"],
    metadata: { tenant_id: hostile },
    policy: { require_approval: { above: { BRL: 100_000 } } },
  });
  const call = () =>
    api("POST", `/v1/sessions/${id}/execute`, {
      name: "codespar_pay",
      arguments: { method: "pix", amount: 250_000, currency: "BRL", description: hostile },
    });
  const { approval_id: approval } = await call();
  const makeLink = async (key: string) => {
    const { url, expires_at } = await api("POST", `/v1/approvals/${approval}/link`, {}, key);
    const [page = "", token = ""] = String(url).split("#");
    return { page, token, expiresAt: String(expires_at) };
  };
  return { api, call, approval, makeLink };
}

async function post(path: string, fields: Record<string, string>, language = "pt-BR") {
  const response = await fetch(`${server.url}/approve/${path}`, {
    method: "POST",
    headers: { "accept-language": language },
    body: new URLSearchParams(fields),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

it("shows whoever has the link exactly what will happen, and takes the decision once", async () => {
  const { api, call, makeLink } = await holdCall();
  const { page, token, expiresAt } = await makeLink("link-1");
  expect(page).toBe(`${server.url}/approve`);
  expect(expiresAt).toBe("2026-03-02T13:00:00.000Z");
  const opening = await fetch(page);
  expect(opening.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await opening.text()).not.toContain(token);
  const shown = await post("open", { token });
  expect(shown.status).toBe(200);
  expect(shown.headers.get("cache-control")).toBe("no-store");
  expect(shown.text).toContain("R$\u00a02.500,00");
  // where a comma is a point, and where it is none
  expect((await post("open", { token }, "es-MX")).text).toContain("BRL\u00a02,500.00");
  expect((await post("open", { token }, "es-AR")).text).toContain("BRL\u00a02.500,00");
  expect(shown.text).toContain("Teste: sem dinheiro real");
  expect(shown.text).toContain("por mais 60 min");
  // what the agent wrote is text, and turns nothing around
  expect(shown.text).toContain("\\u202e&lt;/pre&gt;");
  expect(shown.text).not.toContain("<script>document");
  expect(shown.text).not.toContain("<img");
  const nameless = await post("decide", { token, decision: "approve", by: " " });
  expect(nameless.status).toBe(422);
  expect(nameless.text).toContain("Diga quem decide");
  const approved = await post("decide", { token, decision: "approve", by: "ana@loja.com", reason: "known" });
  expect(approved.text).toContain("Aprovada.");
  // the first decision stands
  expect((await post("decide", { token, decision: "deny", by: "eve" })).text).toContain("Aprovada.");
  expect(await call()).toMatchObject({ success: true });
  expect(await api("GET", "/v1/approvals")).toMatchObject({
    data: [{ status: "used", decided_by: "ana@loja.com", reason: "known" }],
  });
  expect((await post("open", { token })).text).toContain("a chamada foi feita");
});

it("is for one call alone, ends with the next link, and knows no other token", async () => {
  const { makeLink, approval } = await holdCall();
  const first = await makeLink("link-1");
  const second = await makeLink("link-2");
  expect((await post("open", { token: first.token })).status).toBe(410);
  expect((await post("open", { token: second.token }, "es-MX")).text).toContain(
    "Una llamada espera por usted",
  );
  for (const token of [
    "",
    "x",
    second.token.slice(0, -1),
    second.token.replace(String(approval), "apr_1"),
    `${second.token}.x`,
  ]) {
    expect([token, (await post("open", { token })).status]).toEqual([token, 410]);
    expect((await post("decide", { token, decision: "approve", by: "eve" })).status).toBe(410);
  }
});

it("says when the time to decide is over, and makes no link for what cannot be decided", async () => {
  const { api, approval, makeLink } = await holdCall();
  const { token } = await makeLink("link-1");
  await server.sandbox.clock.advance("61m");
  const late = await post("decide", { token, decision: "approve", by: "ana" }, "en");
  expect(late.text).toContain("The time to decide is over.");
  expect(await api("POST", `/v1/approvals/${approval}/link`, {}, "link-2")).toMatchObject({
    error: "invalid_request",
  });
});

it("tells those who listen that a call waits", async () => {
  const { api, approval } = await holdCall();
  expect(await api("GET", "/v1/events?type=approval.requested")).toMatchObject({
    data: [
      {
        type: "approval.requested",
        data: { approval_id: approval, tool: "codespar_pay", amount: 250_000, currency: "BRL" },
      },
    ],
  });
});
