import { createHmac } from "node:crypto";
import { runInNewContext } from "node:vm";
import { Hono } from "hono";
import { describe, expect, it, vi } from "vitest";
import { startHttpServer } from "../testing/http-server.ts";
import { unwrapWebhook } from "./unwrap-webhook.ts";

// The example of the Standard Webhooks specification's reference libraries.
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const other = `whsec_${Buffer.from("another secret, thirty-two bytes").toString("base64")}`;
const at = 1_775_000_000;
const now = () => at * 1_000;
const body = JSON.stringify({ id: "evt_1", type: "payment.confirmed", data: { city: "São Paulo" } });

function sign(by: string, { id = "evt_1", timestamp = String(at), text = body } = {}): string {
  const key = Buffer.from(by.slice("whsec_".length), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${text}`).digest("base64")}`;
}

function headers(signature = sign(secret), timestamp = String(at)) {
  return { "webhook-id": "evt_1", "webhook-timestamp": timestamp, "webhook-signature": signature };
}

describe("unwrapWebhook", () => {
  it("agrees with the specification's published example", async () => {
    const payload = '{"test": 2432232314}';
    const example = {
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    };
    const event = await unwrapWebhook({ body: payload, headers: example }, secret, {
      now: () => 1_614_265_330_000,
    });
    expect(event).toEqual({ test: 2432232314 });
  });

  it("takes a Request, raw bytes, Headers, and Node's headers in any case", async () => {
    const bytes = new TextEncoder().encode(body);
    const upper = Object.fromEntries(
      Object.entries(headers()).map(([key, value]) => [key.toUpperCase(), [value]]),
    );
    for (const input of [
      new Request("https://shop.example/hook", { method: "POST", body, headers: headers() }),
      { body: bytes, headers: new Headers(headers()) },
      { body: Buffer.from(bytes), headers: headers() },
      { body, headers: upper },
      { body: bytes.buffer, headers: headers() },
      { body: new DataView(bytes.buffer), headers: headers() },
    ]) {
      expect(await unwrapWebhook(input, secret, { now })).toMatchObject({ type: "payment.confirmed" });
    }
  });

  it("takes the bytes of a foreign realm, and headers of a class that is not ours, as in jsdom", async () => {
    const bytes = runInNewContext("Uint8Array.from(bytes)", { bytes: [...Buffer.from(body)] });
    const get = (name: string) => new Headers(headers()).get(name);
    for (const foreign of [bytes, bytes.buffer]) {
      const input = { body: foreign, headers: Object(Object.create({ get })) };
      expect(await unwrapWebhook(input, secret, { now })).toMatchObject({ type: "payment.confirmed" });
    }
    const request = { headers: Object(Object.create({ get })), arrayBuffer: async () => bytes.buffer };
    expect(await unwrapWebhook(request, secret, { now })).toMatchObject({ type: "payment.confirmed" });
  });

  it("verifies where a browser's globals hide those of Node, as jest-environment-jsdom 30 does", async () => {
    const delivery = { body, headers: new Headers(headers()) };
    for (const name of ["Request", "Response", "TextEncoder", "TextDecoder", "fetch"])
      vi.stubGlobal(name, undefined);
    vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues });
    vi.stubGlobal("Headers", class {});
    try {
      expect(await unwrapWebhook(delivery, secret, { now })).toMatchObject({ data: { city: "São Paulo" } });
      await expect(unwrapWebhook(delivery, other, { now })).rejects.toMatchObject({
        code: "webhook_signature_invalid",
      });
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it("takes Hono's request, also when a middleware has read its text before", async () => {
    const app = new Hono();
    app.use(async (c, next) => {
      await c.req.text();
      await next();
    });
    app.post("/hook", async (c) => c.json({ type: (await unwrapWebhook(c.req, secret, { now })).type }));
    const response = await app.request("/hook", { method: "POST", body, headers: headers() });
    expect(await response.json()).toEqual({ type: "payment.confirmed" });
  });

  it("takes Node's own request, and the bytes that frameworks keep beside a parsed body", async () => {
    const seen: unknown[] = [];
    const server = await startHttpServer(async (request, response) => {
      seen.push(await unwrapWebhook(request, secret, { now }).catch((error: unknown) => error));
      // a second look finds nothing left
      seen.push(await unwrapWebhook(request, secret, { now }).catch((error: unknown) => error));
      response.end();
    });
    await fetch(server.baseUrl, { method: "POST", body, headers: headers() });
    await server.close();
    expect(seen[0]).toMatchObject({ type: "payment.confirmed" });
    expect(seen[1]).toMatchObject({ code: "webhook_body_parsed" });
    const kept = { headers: headers(), body: JSON.parse(body), rawBody: Buffer.from(body) };
    expect(await unwrapWebhook(kept, secret, { now })).toMatchObject({ type: "payment.confirmed" });
  });

  it("accepts any of several secrets, and any of several signatures", async () => {
    expect(await unwrapWebhook({ body, headers: headers() }, [other, secret], { now })).toBeDefined();
    const both = headers(`v1a,xyz ${sign(other)} ${sign(secret)}`);
    expect(await unwrapWebhook({ body, headers: both }, secret, { now })).toBeDefined();
  });

  it.each([
    ["another secret", { body, headers: headers(sign(other)) }, "webhook_signature_invalid"],
    ["a changed body", { body: `${body} `, headers: headers() }, "webhook_signature_invalid"],
    ["a changed id", { body, headers: { ...headers(), "webhook-id": "evt_2" } }, "webhook_signature_invalid"],
    ["a signature that is not base64", { body, headers: headers("v1,###") }, "webhook_signature_invalid"],
    [
      "a version that is unknown",
      { body, headers: headers(sign(secret).replace("v1", "v2")) },
      "webhook_signature_invalid",
    ],
    [
      "no signature",
      { body, headers: { ...headers(), "webhook-signature": undefined } },
      "webhook_header_missing",
    ],
    [
      "a time that is not a number",
      { body, headers: headers(undefined, "soon") },
      "webhook_timestamp_outside_window",
    ],
  ])("refuses %s", async (_name, input, code) => {
    await expect(unwrapWebhook(input, secret, { now })).rejects.toMatchObject({ code, status: 400 });
  });

  it.each([-301, 301])(
    "refuses a delivery %i seconds away, and takes one within five minutes",
    async (offset) => {
      const timestamp = String(at + offset);
      const input = { body, headers: headers(sign(secret, { timestamp }), timestamp) };
      await expect(unwrapWebhook(input, secret, { now })).rejects.toMatchObject({
        code: "webhook_timestamp_outside_window",
      });
      const nearer = () => (at + Math.sign(offset)) * 1_000;
      expect(await unwrapWebhook(input, secret, { now: nearer })).toBeDefined();
    },
  );

  it("refuses a parsed body and says what to pass", async () => {
    // What a caller without types passes.
    const input = { body: JSON.parse(body) as string, headers: headers() };
    await expect(unwrapWebhook(input, secret, { now })).rejects.toThrow("raw body");
    const read = new Request("https://shop.example", { method: "POST", body, headers: headers() });
    await read.text();
    await expect(unwrapWebhook(read, secret, { now })).rejects.toMatchObject({ code: "webhook_body_parsed" });
  });

  it("says which secret it wants when there is none, and which header when there are none", async () => {
    const none = Object(process.env).WEBHOOK_SECRET_THAT_NOBODY_SET;
    const delivery = { body, headers: headers() };
    await expect(unwrapWebhook(delivery, none, { now })).rejects.toThrow("whsec_");
    await expect(unwrapWebhook(Object(body), secret, { now })).rejects.toThrow("webhook-id");
  });

  it("refuses a malformed secret without showing it", async () => {
    const call = unwrapWebhook({ body, headers: headers() }, "MySecretValue", { now });
    await expect(call).rejects.toMatchObject({ code: "webhook_secret_malformed" });
    await expect(call).rejects.not.toThrow("MySecretValue");
  });

  it("reports a duplicate, which gets 200", async () => {
    const seen = (id: string) => Promise.resolve(id === "evt_1");
    await expect(unwrapWebhook({ body, headers: headers() }, secret, { now, seen })).rejects.toMatchObject({
      code: "webhook_duplicate",
      status: 200,
    });
  });

  it("asks `seen` only about deliveries that are genuine", async () => {
    const asked: string[] = [];
    const seen = (id: string) => asked.push(id) > 99;
    const forged = { body, headers: headers(sign(other)) };
    await expect(unwrapWebhook(forged, secret, { now, seen })).rejects.toThrow();
    expect(asked).toEqual([]);
  });
});
