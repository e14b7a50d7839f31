import { expect, it, onTestFinished } from "vitest";
import { startSandboxServer } from "./serve.ts";

it("connects a provider by a link, with the real one's fields and whatever credentials", async () => {
  const server = await startSandboxServer({ port: 0, apiKey: "csk_test_connect" });
  onTestFinished(() => server.close());
  const headers = { authorization: "Bearer csk_test_connect", "content-type": "application/json" };
  const made = await fetch(`${server.url}/v1/connect-sessions`, {
    method: "POST",
    headers,
    body: JSON.stringify({ server_id: "asaas", return_url: "http://localhost:3000/done" }),
  });
  const { url } = await made.json();
  expect(url).toMatch(new RegExp(`^${server.url}/connect#`));
  expect(await (await fetch(url)).text()).toContain('<script src="/connect/open.js"');
  const opened = await fetch(`${server.url}/connect/open`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token: new URL(url).hash.slice(1) }),
  });
  const cookie = opened.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
  const form = await (await fetch(`${server.url}/connect/form`, { headers: { cookie } })).text();
  expect(form).toContain("Chave de API");
  const csrf = /name="csrf" value="([^"]+)"/.exec(form)?.[1] ?? "";
  const done = await fetch(`${server.url}/connect/form`, {
    method: "POST",
    headers: { cookie },
    body: new URLSearchParams({ csrf, "field.api_key": "anything" }),
    redirect: "manual",
  });
  const { data } = await (await fetch(`${server.url}/v1/connections`, { headers })).json();
  expect(data).toMatchObject([{ server_id: "asaas", status: "connected" }]);
  expect(done.headers.get("location")).toBe(`http://localhost:3000/done?connection_id=${data[0].id}`);
});
