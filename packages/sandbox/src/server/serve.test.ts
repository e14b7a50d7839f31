import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { afterEach, describe, expect, it } from "vitest";
import { beginCall } from "../testing/begin-call.ts";
import { type SandboxServer, type SandboxServerOptions, startSandboxServer } from "./serve.ts";

const now = "2026-11-21T12:00:00Z";
const servers: SandboxServer[] = [];

async function start(options: SandboxServerOptions = {}) {
  const server = await startSandboxServer({ port: 0, now, seed: 1, ...options });
  servers.push(server);
  const headers = {
    authorization: `Bearer ${server.apiKey}`,
    "content-type": "application/json",
    "x-codespar-control": server.controlToken,
  };
  const call = (method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
    fetch(server.url + path, {
      method,
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  return { server, headers, call };
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const pix = { name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } };

async function openSession(call: Awaited<ReturnType<typeof start>>["call"]): Promise<string> {
  const response = await call("POST", "/v1/sessions", { preset: "brazilian" });
  expect(response.status).toBe(201);
  const { id } = await response.json();
  return id;
}

/** What a server responds to bytes that no HTTP client would send. */
async function sendRaw(url: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.end(bytes);
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk;
  });
  await once(socket, "close");
  return text;
}

describe("startSandboxServer", () => {
  it("takes a Pix over HTTP", async () => {
    const { call } = await start();
    const session = await openSession(call);
    const response = await call("POST", `/v1/sessions/${session}/execute`, pix);
    expect(response.status).toBe(200);
    expect(response.headers.get("x-request-id")).toMatch(/^req_/);
    expect(await response.json()).toMatchObject({ success: true, provider: "asaas", data: { amount: 5000 } });
  });

  it("knows a first key no more that was rotated away, not even after a restart", async () => {
    using directory = temporaryDirectory();
    const { server, call } = await start({ data: directory.path });
    const [first] = (await (await call("GET", "/v1/api-keys")).json()).data;
    let key = server.apiKey;
    for (let turn = 0; turn < 2; turn += 1) {
      const headers = { authorization: `Bearer ${key}` };
      const rotated = await call(
        "POST",
        `/v1/api-keys/${first.id}/rotate`,
        { grace_period_seconds: 0 },
        headers,
      );
      key = (await rotated.json()).key;
    }
    expect((await call("GET", "/v1/api-keys")).status).toBe(401);
    servers.splice(servers.indexOf(server), 1);
    await server.close();
    const again = await start({ data: directory.path });
    expect(again.server.apiKey).toBe(server.apiKey);
    expect((await again.call("GET", "/v1/api-keys")).status).toBe(401);
    const withNew = await again.call("GET", "/v1/api-keys", undefined, { authorization: `Bearer ${key}` });
    expect(withNew.status).toBe(200);
  });

  it("takes any test key on loopback, each with its own organisation, as the embedded sandbox does", async () => {
    const { server, call } = await start();
    const post = (key: string, path: string, body: object) =>
      call("POST", path, body, { authorization: `Bearer ${key}` });
    expect((await post("csk_test_demo", "/v1/sessions", { servers: ["asaas"] })).status).toBe(201);
    const getSessions = async (key: string) =>
      (await (await call("GET", "/v1/sessions", undefined, { authorization: `Bearer ${key}` })).json()).data;
    expect(await getSessions("csk_test_demo")).toHaveLength(1);
    expect(await getSessions(server.apiKey)).toEqual([]);
  });

  it("knows one key where one is named", async () => {
    const { server } = await start({ apiKey: "csk_test_mine" });
    expect(server.apiKey).toBe("csk_test_mine");
    const response = await fetch(`${server.url}/v1/sessions`, {
      headers: { authorization: "Bearer csk_test_other" },
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: "unauthorized", status: 401, retryable: false });
  });

  it("meters and limits as plan hobby does", async () => {
    const { call } = await start();
    const usage = await call("GET", "/v1/usage");
    expect(usage.headers.get("ratelimit-limit")).toBe("60");
    expect(await usage.json()).toMatchObject({ quota: 20_000, used: 0 });
    const responses = await Promise.all(Array.from({ length: 60 }, () => call("GET", "/v1/servers/asaas")));
    const refused = responses.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.headers.get("retry-after")).toBe("1");
  });

  it("streams a call's events as they come", async () => {
    const { call } = await start();
    const session = await openSession(call);
    const response = await call("POST", `/v1/sessions/${session}/send`, pix, { accept: "text/event-stream" });
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    const text = await response.text();
    expect(text.match(/^event: .*$/gm)).toEqual([
      "event: tool_call.started",
      "event: tool_call.routed",
      "event: tool_call.completed",
    ]);
  });

  it("goes on with a call whose reader has left", async () => {
    const { call, server } = await start();
    server.sandbox.faults.set("asaas", { slowMs: 30 });
    const session = await openSession(call);
    const response = await call("POST", `/v1/sessions/${session}/send`, pix, {
      accept: "text/event-stream",
      "idempotency-key": "left",
    });
    await response.body?.cancel();
    const again = await call("POST", `/v1/sessions/${session}/execute`, pix, { "idempotency-key": "left" });
    expect(await again.json()).toMatchObject({ success: true, replayed: true });
    expect(server.sandbox.calls.filter(({ effect }) => effect)).toHaveLength(1);
  });

  it.each([
    ["no HTTP at all", "hello\r\n\r\n", "400", "invalid_request"],
    ["no host", "GET /health HTTP/1.1\r\nconnection: close\r\n\r\n", "400", "invalid_request"],
    [
      "what is expected beyond reason",
      "GET /v1/usage HTTP/1.1\r\nhost: a\r\nexpect: cake\r\nconnection: close\r\n\r\n",
      "401",
      "unauthorized",
    ],
    ["half a request", "POST /v1/sessions HTTP/1.1\r\nhost: a\r\ncontent-len", "400", "invalid_request"],
    [
      "headers that are too long",
      `GET / HTTP/1.1\r\nx: ${"a".repeat(20_000)}\r\n\r\n`,
      "413",
      "payload_too_large",
    ],
  ])("responds to %s and goes on", async (_what, bytes, status, code) => {
    const { server, call } = await start();
    const result = await sendRaw(server.url, bytes);
    expect(result).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(result.slice(result.indexOf("\r\n\r\n")))).toMatchObject({ error: code });
    expect((await call("GET", "/v1/usage")).status).toBe(200);
  });

  it("refuses a body in chunks once it is too large, and goes on", async () => {
    const { server, headers, call } = await start();
    const request = httpRequest(`${server.url}/v1/sessions`, { method: "POST", headers });
    request.on("error", () => {});
    const responded = once(request, "response");
    for (let sent = 0; sent < 1_200_000; sent += 100_000) request.write("a".repeat(100_000));
    const [response] = await responded;
    expect(response.statusCode).toBe(413);
    response.destroy();
    expect((await call("GET", "/v1/usage")).status).toBe(200);
  });

  it.each([
    ["bytes that are not UTF-8", Buffer.from([0x7b, 0xff, 0x7d]), "UTF-8"],
    ["half a document", Buffer.from('{"preset":'), "not JSON"],
    [
      "100,000 nested arrays",
      Buffer.from(`{"preset":${"[".repeat(100_000)}${"]".repeat(100_000)}}`),
      "more than 20000 values",
    ],
    [
      "a key that reaches for the prototype",
      Buffer.from('{"preset":"brazilian","__proto__":{"a":1}}'),
      "__proto__",
    ],
  ])("refuses %s with 400", async (_what, body, says) => {
    const { server, headers } = await start();
    const response = await fetch(`${server.url}/v1/sessions`, { method: "POST", headers, body });
    expect(response.status).toBe(400);
    const { error, message } = await response.json();
    expect(error).toBe("invalid_request");
    expect(message).toContain(says);
  });

  it("says that a form is not JSON", async () => {
    const { call } = await start();
    const type = "application/x-www-form-urlencoded";
    const response = await call("POST", "/v1/sessions", "preset=brazilian", { "content-type": type });
    expect(await response.json()).toMatchObject({
      error: "invalid_request",
      issues: [{ path: "content-type" }],
    });
  });

  it("says which port is taken", async () => {
    const { server } = await start();
    const port = Number(new URL(server.url).port);
    await expect(startSandboxServer({ port })).rejects.toThrow(`Port ${port} is taken.`);
  });

  it("refuses a key that is no test key, and does not show it", async () => {
    const start = startSandboxServer({ port: 0, apiKey: "csk_live_secret" });
    await expect(start).rejects.toThrow(/csk_test_/);
    await expect(start).rejects.not.toThrow(/secret/);
  });

  it("lets requests in flight end when it closes, and ends open streams", async () => {
    const { server, headers, call } = await start();
    server.sandbox.faults.set("asaas", { slowMs: 600_000, times: 1 });
    const session = await openSession(call);
    const stream = await call("POST", `/v1/sessions/${session}/send`, pix, { accept: "text/event-stream" });
    const running = await beginCall(`${server.url}/v1/sessions/${session}/execute`, headers);
    const closed = server.close();
    expect(await stream.text()).not.toContain("tool_call.completed");
    expect((await running.end(pix)).status).toBe(200);
    await closed;
    await expect(call("GET", "/health")).rejects.toThrow();
  });
});

describe("closing", () => {
  it("does not wait for sockets that are kept alive, or have never sent anything", async () => {
    // longer than a test may take
    const { server, call } = await start({ drainMs: 600_000 });
    await call("GET", "/health");
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    await once(socket, "connect");
    await server.close();
    socket.destroy();
  });

  it("cuts off what has not ended in time", async () => {
    const { server, call } = await start({ drainMs: 50 });
    server.sandbox.faults.set("asaas", { slowMs: 5000 });
    const session = await openSession(call);
    const running = call("POST", `/v1/sessions/${session}/execute`, pix);
    const refused = expect(running).rejects.toThrow();
    await call("GET", "/health");
    await server.close();
    await refused;
  });
});

describe("test control over HTTP", () => {
  it("pays a Pix and moves the clock", async () => {
    const { call } = await start();
    const session = await openSession(call);
    const execute = async (body: unknown) =>
      (await (await call("POST", `/v1/sessions/${session}/execute`, body)).json()).data;
    const { payment_id } = await execute(pix);
    const confirmed = await call("POST", `/sandbox/payments/${payment_id}/confirm`);
    expect(await confirmed.json()).toEqual({ payment_id, confirmed: true });
    const get = { name: "codespar_pay", arguments: { action: "get", payment_id } };
    expect(await execute(get)).toMatchObject({ status: "paid" });
    const advanced = await call("POST", "/sandbox/clock/advance", { duration: "2h" });
    expect(await advanced.json()).toMatchObject({ now: "2026-11-21T14:00:00.000Z" });
    expect(await (await call("GET", "/sandbox/clock")).json()).toMatchObject({
      now: "2026-11-21T14:00:00.000Z",
    });
  });

  describe("to a web page", () => {
    const asks = (origin: string) => ({
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type,idempotency-key",
      },
    });

    it.each(["http://localhost:5173", "http://127.0.0.1:3000", "http://[::1]:8080", "https://shop.example"])(
      "of %s the API is open",
      async (origin) => {
        const { server, call } = await start({ allowedOrigins: ["https://shop.example"] });
        const { status, headers } = await fetch(`${server.url}/v1/sessions`, asks(origin));
        expect(status).toBe(204);
        expect(headers.get("access-control-allow-origin")).toBe(origin);
        for (const name of ["authorization", "content-type", "idempotency-key"])
          expect(headers.get("access-control-allow-headers")).toContain(name);
        const made = await call("POST", "/v1/sessions", { servers: ["asaas"] }, { origin });
        expect(made.status).toBe(201);
        expect(made.headers.get("access-control-allow-origin")).toBe(origin);
        expect(made.headers.get("access-control-expose-headers")).toBe("*");
        const refused = await call("POST", "/v1/sessions", {}, { origin });
        expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([400, origin]);
      },
    );

    it.each(["https://evil.example", "http://localhost.evil.example", "null"])(
      "of %s nothing is open, nor the test control to any page",
      async (origin) => {
        const { server, call } = await start();
        const { headers } = await fetch(`${server.url}/v1/sessions`, asks(origin));
        expect(headers.get("access-control-allow-origin")).toBeNull();
        const made = await call("POST", "/v1/sessions", { servers: ["asaas"] }, { origin });
        expect(made.headers.get("access-control-allow-origin")).toBeNull();
        for (const page of [origin, "http://localhost:5173"]) {
          const control = await fetch(`${server.url}/sandbox/clock`, asks(page));
          expect(control.headers.get("access-control-allow-origin")).toBeNull();
        }
      },
    );

    it("streams, and never with cookies", async () => {
      const { call } = await start();
      const session = await openSession(call);
      const origin = "http://localhost:5173";
      const response = await call("POST", `/v1/sessions/${session}/send`, pix, {
        origin,
        accept: "text/event-stream",
      });
      expect(response.headers.get("access-control-allow-origin")).toBe(origin);
      expect(response.headers.get("access-control-allow-credentials")).toBeNull();
      expect(await response.text()).toContain("tool_call.completed");
    });
  });

  it("draws the picture of a Pix, and says of a boleto that it is none", async () => {
    const { server, call } = await start();
    const session = await openSession(call);
    const pay = async (method: string) => {
      const body = { name: "codespar_pay", arguments: { ...pix.arguments, method } };
      const { data } = await (await call("POST", `/v1/sessions/${session}/execute`, body)).json();
      return data;
    };
    const { payment_id } = await pay("pix");
    const response = await call("GET", `/sandbox/payments/${payment_id}/qr`);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
    const picture = new Uint8Array(await response.arrayBuffer());
    expect(picture.subarray(0, 8)).toEqual(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect(await server.sandbox.payments.qrCode(payment_id)).toEqual(picture);
    const boleto = await pay("boleto");
    const refused = await call("GET", `/sandbox/payments/${boleto.payment_id}/qr`);
    expect([refused.status, (await refused.json()).message]).toEqual([
      400,
      `Payment ${boleto.payment_id} is a boleto, not a Pix.`,
    ]);
  });

  it("shows a page's Pix and pays it", async () => {
    const { call } = await start();
    const session = await openSession(call);
    const checkout = {
      name: "codespar_checkout",
      arguments: { amount: 5000, currency: "BRL", payment_methods: ["pix"] },
    };
    const { data } = await (await call("POST", `/v1/sessions/${session}/execute`, checkout)).json();
    const path = `/sandbox/checkouts/${data.checkout_id}`;
    const page = await (await call("POST", `${path}/open`, { method: "pix" })).json();
    expect(page).toMatchObject({
      method: "pix",
      amount: 5000,
      pix: { qr_code: expect.stringMatching(/^000201/) },
    });
    expect(await (await call("POST", `${path}/pay`)).json()).toEqual({
      checkout_id: data.checkout_id,
      paid: true,
    });
    const get = { name: "codespar_pay", arguments: { action: "get", payment_id: page.payment_id } };
    const paid = await (await call("POST", `/v1/sessions/${session}/execute`, get)).json();
    expect(paid.data).toMatchObject({ status: "paid" });
  });

  it("sets and clears a fault", async () => {
    const { call } = await start();
    const session = await openSession(call);
    await call("POST", "/sandbox/faults", { server: "asaas", fault: { error_before_processing: true } });
    const fallen = await (await call("POST", `/v1/sessions/${session}/execute`, pix)).json();
    expect(fallen).toMatchObject({ success: true, provider: "mercadopago" });
    await call("POST", "/sandbox/faults", { server: "asaas", fault: null });
    const mended = await (await call("POST", `/v1/sessions/${session}/execute`, pix)).json();
    expect(mended.provider).toBe("asaas");
  });

  it("forgets everything but the key", async () => {
    const { server, call } = await start();
    const session = await openSession(call);
    expect((await call("POST", "/sandbox/reset")).status).toBe(200);
    expect((await call("GET", `/v1/sessions/${session}`)).status).toBe(404);
    expect(server.sandbox.calls).toEqual([]);
  });

  it.each([
    ["/sandbox/clock/advance", { duration: "soon" }, 400, "is not a duration"],
    ["/sandbox/clock/advance", { duration: 1_776_000_000_000 }, 400, "longer than ten years"],
    ["/sandbox/clock/advance", { to: "tomorrow" }, 400, "to must be"],
    ["/sandbox/clock/advance", { to: "next" }, 400, "Nothing falls due"],
    ["/sandbox/payments/pay_nothing/refund", { amount: "5" }, 400, "amount must be"],
    ["/sandbox/messages/nope/read", {}, 400, "There is no message"],
    ["/sandbox/faults", { server: "assas", fault: {} }, 400, "Did you mean asaas"],
    ["/sandbox/faults", { server: "asaas", fault: { slow: 3 } }, 400, "Did you mean slow_ms?"],
    ["/sandbox/faults", { server: "asaas", fault: { down: "yes" } }, 400, "fault.down must be a boolean."],
    ["/sandbox/payments/pay_nothing/confirm", {}, 400, "There is no payment"],
    ["/sandbox/payments/%ff/confirm", {}, 400, ""],
    ["/sandbox/checkouts/nope/open", {}, 400, "There is no checkout"],
    ["/sandbox/payments/a/pay", {}, 404, "GET /sandbox/clock"],
    ["/sandbox/clocks", {}, 404, "GET /sandbox/clock"],
    ["/sandbox/faults", "{", 400, "not JSON"],
    ["/sandbox/faults", "[]", 400, "must be a JSON object"],
  ])("refuses %s %j", async (path, body, status, says) => {
    const { call } = await start();
    const response = await call("POST", path, body);
    expect(response.status).toBe(status);
    expect((await response.json()).message).toContain(says);
  });

  it.each([
    ["a web page", { origin: "https://evil.example" }, 404],
    ["a page of another port", { origin: "http://127.0.0.1:1" }, 404],
    ["a proxy", { "x-forwarded-for": "10.0.0.9" }, 404],
    ["a proxy of another kind", { forwarded: "for=10.0.0.9" }, 404],
    ["a proxy that only names itself", { via: "1.1 cache" }, 404],
    ["a program without the token", { "x-codespar-control": "" }, 401],
    ["a program with another token", { "x-codespar-control": "ctl_guess" }, 401],
  ])("does nothing for %s", async (_who, headers, status) => {
    const { call } = await start();
    const session = await openSession(call);
    const refused = await call("POST", "/sandbox/reset", undefined, headers);
    expect(refused.status).toBe(status);
    expect((await call("GET", `/v1/sessions/${session}`)).status).toBe(200);
  });

  it("does nothing under another name for this machine", async () => {
    const { server, call } = await start();
    const session = await openSession(call);
    const rebound = await sendRaw(
      server.url,
      `POST /sandbox/reset HTTP/1.1\r\nhost: evil.example\r\nx-codespar-control: ${server.controlToken}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
    );
    expect(rebound).toMatch(/^HTTP\/1.1 404/);
    expect((await call("GET", `/v1/sessions/${session}`)).status).toBe(200);
  });

  it("cannot be reached by a webhook of its own", async () => {
    const { server, call } = await start();
    const session = await openSession(call);
    const paid = await (await call("POST", `/v1/sessions/${session}/execute`, pix)).json();
    const { payment_id } = paid.data;
    await call("POST", "/v1/triggers", {
      name: "own",
      event: "*",
      webhook_url: `${server.url}/sandbox/payments/${payment_id}/confirm`,
    });
    await call("POST", `/v1/sessions/${session}/execute`, pix);
    await call("POST", "/sandbox/clock/advance", { duration: "5s" });
    const get = { name: "codespar_pay", arguments: { action: "get", payment_id } };
    const now = await (await call("POST", `/v1/sessions/${session}/execute`, get)).json();
    expect(now.data.status).toBe("pending");
  });

  it("counts a body as it comes, whatever its headers say", async () => {
    const { server, headers, call } = await start();
    const request = httpRequest(`${server.url}/sandbox/reset`, { method: "POST", headers });
    request.on("error", () => {});
    const responded = once(request, "response");
    for (let sent = 0; sent < 40_000; sent += 10_000) request.write("a".repeat(10_000));
    const [response] = await responded;
    expect(response.statusCode).toBe(400);
    response.destroy();
    expect((await call("GET", "/sandbox/clock")).status).toBe(200);
  });

  it("jumps to the next thing that happens", async () => {
    const { call } = await start();
    const session = await openSession(call);
    const paid = await (await call("POST", `/v1/sessions/${session}/execute`, pix)).json();
    const { next_due_at } = await (await call("GET", "/sandbox/clock")).json();
    expect(Date.parse(next_due_at)).toBeGreaterThan(Date.parse(now));
    const moved = await (await call("POST", "/sandbox/clock/advance", { to: "next" })).json();
    expect(moved.now).toBe(next_due_at);
    const get = { name: "codespar_pay", arguments: { action: "get", payment_id: paid.data.payment_id } };
    const read = await (await call("POST", `/v1/sessions/${session}/execute`, get)).json();
    expect(read.data.status).toBe("paid");
  });

  it.each([
    ["fail", "failed", "rejected"],
    ["expire", "expired", "expired"],
  ])("has a payment %s, and says so in an event", async (verb, status, word) => {
    const { server, call } = await start();
    const session = await openSession(call);
    const { data } = await (await call("POST", `/v1/sessions/${session}/execute`, pix)).json();
    expect((await call("POST", `/sandbox/payments/${data.payment_id}/${verb}`)).status).toBe(200);
    expect(server.sandbox.events.at(-1)).toMatchObject({
      type: `payment.${status}`,
      data: { payment_id: data.payment_id },
    });
    const again = await call("POST", `/sandbox/payments/${data.payment_id}/${verb}`);
    expect([again.status, (await again.json()).message]).toEqual([
      400,
      `Payment ${data.payment_id} is ${status}; only a pending one can be ${word}.`,
    ]);
  });

  it("gives money back, in parts and never beyond", async () => {
    const { call } = await start();
    const session = await openSession(call);
    const { data } = await (await call("POST", `/v1/sessions/${session}/execute`, pix)).json();
    const path = `/sandbox/payments/${data.payment_id}`;
    await call("POST", `${path}/confirm`);
    expect((await call("POST", `${path}/refund`, { amount: 2000 })).status).toBe(200);
    expect((await (await call("POST", `${path}/refund`, { amount: 4000 })).json()).message).toContain("3000");
    await call("POST", `${path}/refund`);
    const get = { name: "codespar_pay", arguments: { action: "get", payment_id: data.payment_id } };
    const read = await (await call("POST", `/v1/sessions/${session}/execute`, get)).json();
    expect(read.data.status).toBe("refunded");
  });

  it("has a message read", async () => {
    const { server, call } = await start();
    const session = await openSession(call);
    const notify = {
      name: "codespar_notify",
      arguments: { channel: "whatsapp", to: "+5511987654321", message: "Olá" },
    };
    const { data } = await (await call("POST", `/v1/sessions/${session}/execute`, notify)).json();
    const early = await call("POST", `/sandbox/messages/${data.message_id}/read`);
    expect((await early.json()).message).toContain("only a delivered one");
    await call("POST", "/sandbox/clock/advance", { duration: "3s" });
    expect((await call("POST", `/sandbox/messages/${data.message_id}/read`)).status).toBe(200);
    expect(server.sandbox.events.at(-1)?.type).toBe("message.read");
  });

  it("shows the requests, the native calls behind one, and what the providers keep", async () => {
    const { call } = await start();
    const session = await openSession(call);
    const { tool_call_id, data } = await (await call("POST", `/v1/sessions/${session}/execute`, pix)).json();
    const requests = await (await call("GET", "/sandbox/requests?limit=1")).json();
    expect(requests.data).toMatchObject([
      { path: `/v1/sessions/${session}/execute`, tool: "codespar_pay", provider: "asaas", status: 200 },
    ]);
    const native = await (await call("GET", `/sandbox/native-calls/${tool_call_id}`)).json();
    expect(native.data[0]).toMatchObject({ provider: "asaas", effect: true, answer: { ok: true } });
    const charges = await (await call("GET", "/sandbox/documents?kind=charge")).json();
    expect(charges.data).toMatchObject([
      { server: "asaas", id: data.payment_id, document: { amount: 5000 } },
    ]);
  });

  it("lists the faults that are set", async () => {
    const { call } = await start();
    const fault = { slow_ms: 20, tool: "asaas_create_payment" };
    await call("POST", "/sandbox/faults", { server: "asaas", fault });
    expect(await (await call("GET", "/sandbox/faults")).json()).toEqual({
      data: [{ server: "asaas", fault }],
    });
  });
});
