import { once } from "node:events";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { runInNewContext } from "node:vm";
import { brotliCompressSync, createGzip, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import type { Transport } from "@codespar/contract";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CodeSpar } from "../client.ts";
import { deferred } from "../stream/deferred.ts";
import { startHttpServer } from "../testing/http-server.ts";
import { result, session } from "../testing/responses.ts";
import { fetchTransport } from "./fetch-transport.ts";
import { isBeforeSend } from "./is-before-send.ts";
import { undiciTransport } from "./undici-transport.ts";

const transports: [string, (options: { baseUrl: string }) => Transport][] = [
  ["undici", undiciTransport],
  ["fetch", fetchTransport],
];

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

describe.each(transports)("%s transport", (_name, make) => {
  async function serve(handler: RequestListener, prefix = "") {
    const server = await startHttpServer(handler);
    const transport = make({ baseUrl: server.baseUrl + prefix });
    closers.push(async () => {
      await server.close();
      await transport.close?.();
    });
    return { ...server, transport };
  }

  const get = (path: string, signal?: AbortSignal) => ({ method: "GET", path, headers: {}, signal });

  it("carries method, path below the base URL, headers and body", async () => {
    const { transport } = await serve(async (request, response) => {
      response.setHeader("X-Request-Id", "req_9");
      response.end(
        JSON.stringify({
          seen: [request.method, request.url, request.headers.authorization, await getBody(request)],
        }),
      );
    }, "/proxy/");
    const response = await transport.request({
      method: "POST",
      path: "/v1/sessions?limit=1",
      headers: { authorization: "Bearer k", "content-type": "application/json" },
      body: '{"nome":"São Paulo"}',
    });
    expect(response.status).toBe(200);
    expect(response.headers["x-request-id"]).toBe("req_9");
    expect(JSON.parse(await response.text()).seen).toEqual([
      "POST",
      "/proxy/v1/sessions?limit=1",
      "Bearer k",
      '{"nome":"São Paulo"}',
    ]);
  });

  it("gives headers in lower case, repeated ones joined", async () => {
    const { transport } = await serve((_, response) => {
      response.setHeader("X-Two", ["a", "b"]);
      response.end();
    });
    expect((await transport.request(get("/"))).headers["x-two"]).toBe("a, b");
  });

  it("reads an empty body", async () => {
    const { transport } = await serve((_, response) => response.writeHead(204).end());
    const response = await transport.request(get("/"));
    expect([response.status, await response.text()]).toEqual([204, ""]);
  });

  it("keeps the connection alive", async () => {
    const { transport, sockets } = await serve((_, response) => response.end("x"));
    for (let call = 0; call < 5; call++) await (await transport.request(get("/"))).text();
    // Two at most: a body ends a moment before its connection is free again.
    expect(sockets.length).toBeLessThanOrEqual(2);
  });

  it("sends many requests at once", async () => {
    const { transport } = await serve((request, response) => response.end(request.url));
    const texts = await Promise.all(
      Array.from({ length: 64 }, async (_, index) => (await transport.request(get(`/${index}`))).text()),
    );
    expect(texts).toEqual(Array.from({ length: 64 }, (_, index) => `/${index}`));
  });

  it("rejects with the signal's reason before a response", async () => {
    const { transport } = await serve(() => {});
    const controller = new AbortController();
    const reason = new Error("stop");
    setImmediate(() => controller.abort(reason));
    await expect(transport.request(get("/", controller.signal))).rejects.toBe(reason);
  });

  it("rejects with the signal's reason when a body that has arrived is read after the abort", async () => {
    const { transport } = await serve((_, response) => response.end("whole"));
    const controller = new AbortController();
    const response = await transport.request(get("/", controller.signal));
    await stalled(() => 0);
    const reason = new Error("stop");
    controller.abort(reason);
    await expect(response.text()).rejects.toBe(reason);
  });

  it("rejects with the signal's reason in the middle of a body", async () => {
    const { transport } = await serve((_, response) => response.write("half"));
    const controller = new AbortController();
    const reason = new Error("stop");
    const response = await transport.request(get("/", controller.signal));
    const text = response.text();
    setImmediate(() => controller.abort(reason));
    await expect(text).rejects.toBe(reason);
  });

  it("rejects with the signal's reason in the middle of a stream", async () => {
    const { transport } = await serve((_, response) => response.write("half"));
    const controller = new AbortController();
    const reason = new Error("stop");
    const response = await transport.request(get("/", controller.signal));
    const read = async () => {
      for await (const _ of response.stream()) controller.abort(reason);
    };
    await expect(read()).rejects.toBe(reason);
  });

  it("rejects with the signal's reason while it still connects", async () => {
    const { transport } = await serve((_, response) => response.end());
    await (await transport.request(get("/"))).text();
    const controller = new AbortController();
    const responses = [1, 2, 3].map(() => transport.request(get("/", controller.signal)));
    queueMicrotask(() => controller.abort("enough"));
    for (const reply of responses) await expect(reply).rejects.toBe("enough");
  });

  it("holds a server back whose stream nobody reads, and loses nothing", async () => {
    const megabytes = 64;
    let written = 0;
    const { transport } = await serve(async (_, response) => {
      for (; written < megabytes; written++) {
        if (!response.write(Buffer.alloc(1_000_000, "x"))) await once(response, "drain");
      }
      response.end();
    });
    const response = await transport.request(get("/"));
    let bytes = 0;
    for await (const chunk of response.stream()) {
      // the sockets of both sides hold a few megabytes, and nothing comes on top of them
      if (bytes === 0) await stalled(() => written);
      if (bytes === 0) expect(written).toBeLessThan(megabytes / 2);
      bytes += chunk.length;
    }
    expect(bytes).toBe(megabytes * 1_000_000);
  });

  it("reads a long body whole, characters that are cut between pieces too", async () => {
    const text = "não ".repeat(500_000);
    const { transport } = await serve((_, response) => response.end(text));
    expect((await (await transport.request(get("/"))).text()) === text).toBe(true);
  });

  // RFC 9110 §12.5.3: who names no coding gets any; proxies and CDNs compress on their own account
  const codings: [string, (bytes: Buffer) => Buffer][] = [
    ["gzip", gzipSync],
    ["x-gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
    ["zstd", zstdCompressSync],
    ["GZIP", gzipSync],
    ["deflate, gzip", (bytes) => gzipSync(deflateSync(bytes))],
    ["identity", (bytes) => bytes],
  ];
  it.each(codings)("reads a body and a stream that are compressed: %s", async (coding, compress) => {
    const text = JSON.stringify({ city: "São Paulo".repeat(10_000) });
    const { transport } = await serve((_, response) => {
      response.setHeader("content-encoding", coding).end(compress(Buffer.from(text)));
    });
    expect(await (await transport.request(get("/"))).text()).toBe(text);
    const chunks: Uint8Array[] = [];
    for await (const chunk of (await transport.request(get("/"))).stream()) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe(text);
  });

  it("hands on each event of a compressed stream when it is sent", async () => {
    const next = deferred<void>();
    const { transport } = await serve(async (_, response) => {
      const gzip = createGzip();
      gzip.pipe(response.setHeader("content-encoding", "gzip"));
      gzip.write("data: 1\n\n");
      gzip.flush();
      await next.promise;
      gzip.end("data: 2\n\n");
    });
    const seen: string[] = [];
    for await (const chunk of (await transport.request(get("/"))).stream()) {
      seen.push(Buffer.from(chunk).toString());
      // the second event is sent after the first was read, or never
      next.resolve();
    }
    expect(seen).toEqual(["data: 1\n\n", "data: 2\n\n"]);
  });

  it("reads an empty body that says it is compressed", async () => {
    const { transport } = await serve((_, response) =>
      response.writeHead(502, { "content-encoding": "gzip" }).end(),
    );
    expect(await (await transport.request(get("/"))).text()).toBe("");
  });

  it("rejects with the signal's reason in the middle of a compressed body", async () => {
    const { transport } = await serve((_, response) =>
      response.setHeader("content-encoding", "gzip").write(gzipSync("half").subarray(0, 12)),
    );
    const controller = new AbortController();
    const response = await transport.request(get("/", controller.signal));
    const text = response.text();
    setImmediate(() => controller.abort("enough"));
    await expect(text).rejects.toBe("enough");
  });

  it("rejects when the connection is reset, after sending", async () => {
    const { transport } = await serve((request) => request.socket.destroy());
    const error = await transport.request(get("/")).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(Error);
    expect(isBeforeSend(error)).toBe(false);
  });

  it("reads past a byte order mark", async () => {
    const { transport } = await serve((_, response) => response.end("\uFEFF{}"));
    expect(await (await transport.request(get("/"))).text()).toBe("{}");
  });

  it("can be closed twice, and opens connections again for later requests", async () => {
    const { transport, sockets } = await serve((_, response) => response.end("ok"));
    await transport.close?.();
    const first = transport.request(get("/"));
    await Promise.all([(await first).text(), transport.close?.(), transport.close?.()]);
    expect(await (await transport.request(get("/"))).text()).toBe("ok");
    expect(sockets.length).toBeGreaterThan(0);
  });

  it("rejects when the body is cut off", async () => {
    const { transport } = await serve((request, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => request.socket.destroy());
    });
    await expect(transport.request(get("/")).then((response) => response.text())).rejects.toThrow();
  });

  it("knows that a refused connection was before sending", async () => {
    const { baseUrl, close } = await startHttpServer(() => {});
    await close();
    const transport = make({ baseUrl });
    const error = await transport.request(get("/")).catch((error: unknown) => error);
    expect(isBeforeSend(error)).toBe(true);
  });

  it.each([
    [{ code: "EHOSTUNREACH", syscall: "connect" }, true],
    [{ code: "EHOSTUNREACH", syscall: "read" }, false],
    [{ code: "CERT_NOT_YET_VALID" }, true],
    [{ code: "UNABLE_TO_GET_ISSUER_CERT_LOCALLY" }, true],
    [{ code: "ECONNRESET", syscall: "read" }, false],
    [{ cause: Object.assign(new Error("refused"), { code: "ECONNREFUSED" }) }, true],
  ])("knows of %j whether it was before sending", (fields, isBefore) => {
    expect(isBeforeSend(Object.assign(new Error("failed"), fields))).toBe(isBefore);
  });

  it("closes the connection when a stream is left", async () => {
    const closed = deferred<void>();
    const { transport } = await serve((_, response) => {
      response.on("close", () => closed.resolve());
      response.write("event");
    });
    const response = await transport.request(get("/"));
    for await (const _ of response.stream()) break;
    await closed.promise;
  });

  it("does not follow redirects, so the key goes nowhere else", async () => {
    const { transport } = await serve((request, response) => {
      if (request.url === "/") response.writeHead(302, { location: "/elsewhere" });
      response.end();
    });
    expect((await transport.request(get("/"))).status).toBe(302);
  });

  it("carries a whole call and a stream cut inside a character and a CRLF", async () => {
    const event = `event: tool_call.completed\r\nid: 1\r\ndata: ${JSON.stringify({ result: { ...result, data: "São Paulo" } })}\r\n\r\n`;
    const bytes = Buffer.from(event);
    const inCharacter = bytes.indexOf("ã") + 1;
    const inLineEnd = bytes.indexOf("\r\nid") + 1;
    const { transport } = await serve(async (request, response) => {
      if (request.url === "/v1/sessions") return response.writeHead(201).end(JSON.stringify(session));
      if (request.headers.accept === "application/json") return response.end(JSON.stringify(result));
      for (const part of [bytes.subarray(0, inLineEnd), bytes.subarray(inLineEnd, inCharacter)]) {
        await write(response, part);
      }
      response.end(bytes.subarray(inCharacter));
    });
    const codespar = new CodeSpar({ apiKey: "csk_test_x", transport });
    const opened = await codespar.sessions.create({ servers: ["asaas"] });
    const pay = { name: "codespar_pay", arguments: { method: "pix", amount: 1, currency: "BRL" } } as const;
    expect(await opened.execute(pay)).toEqual(result);
    expect(await opened.sendStream(pay).result()).toMatchObject({ data: "São Paulo" });
  });
});

describe("default transport", () => {
  it("is chosen by the base URL, and closed with the client", async () => {
    const server = await startHttpServer((_, response) => response.end(JSON.stringify(session)));
    const codespar = new CodeSpar({ apiKey: "csk_test_x", baseUrl: server.baseUrl });
    expect((await codespar.sessions.get("ses_1")).id).toBe("ses_1");
    await codespar.close();
    await server.close();
  });

  it("says that there is no fetch, as under jest-environment-jsdom, and that nothing was sent", async () => {
    vi.stubGlobal("fetch", undefined);
    const codespar = new CodeSpar({
      apiKey: "csk_live_x",
      transport: fetchTransport({ baseUrl: "https://a.example" }),
    });
    await expect(codespar.sessions.create({ servers: ["asaas"] })).rejects.toMatchObject({
      code: "transport_unavailable",
      message: expect.stringContaining("Pass fetch"),
    });
    vi.unstubAllGlobals();
  });

  it("knows a refused connection by an error of another realm, as under Jest", () => {
    const error = runInNewContext("new TypeError('fetch failed', { cause: { message: '', code } })", {
      code: "ECONNREFUSED",
    });
    expect(error).not.toBeInstanceOf(Error);
    expect(isBeforeSend(error)).toBe(true);
  });

  it("uses the fetch that is passed", async () => {
    const urls: string[] = [];
    const codespar = new CodeSpar({
      apiKey: "csk_live_x",
      fetch: async (url) => {
        urls.push(url);
        return Response.json(session);
      },
    });
    await codespar.sessions.get("ses_1");
    expect(urls).toEqual(["https://api.codespar.dev/v1/sessions/ses_1"]);
  });
});

/** Waits until a count stands still over many turns of the event loop. */
async function stalled(count: () => number): Promise<void> {
  for (let still = 0, last = -1; still < 500; still++) {
    if (count() !== last) still = 0;
    last = count();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function getBody(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  return body;
}

function write(response: ServerResponse, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve) => response.write(chunk, () => setImmediate(resolve)));
}
