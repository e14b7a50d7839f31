import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { sendByFetch } from "./send-by-fetch.ts";
import { sendByUndici } from "./send-by-undici.ts";
import { NothingSent, type OutgoingRequest, type Sender } from "./sender.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => {
    server.closeAllConnections();
    return once(server.close(), "close");
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
}

/** A port on which nobody listens any more. */
async function closedPort(): Promise<string> {
  const server = createTcpServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on TCP
  await once(server.close(), "close");
  return `http://127.0.0.1:${port}`;
}

const post = (url: string): OutgoingRequest => ({
  method: "POST",
  url,
  headers: { "content-type": "application/json" },
  body: "{}",
  signal: new AbortController().signal,
});

describe.each<[string, () => Sender]>([
  ["undici", sendByUndici],
  ["fetch", sendByFetch],
])("sending by %s", (_name, sender) => {
  it("gives status, headers and text, and follows no redirect", async () => {
    const seen: string[] = [];
    const url = await serve((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      response.writeHead(302, { location: "/elsewhere", "X-Request-Id": "r1" }).end("olá");
    });
    const response = await sender()(post(`${url}/v3/payments`));
    expect(response).toMatchObject({ status: 302, text: "olá", headers: { "x-request-id": "r1" } });
    expect(seen).toEqual(["POST /v3/payments"]);
  });

  it.each<[string, (socket: Socket) => void]>([
    ["is reset when the request is there", (socket) => socket.resetAndDestroy()],
    ["ends without a response", (socket) => socket.end()],
    ["ends within the headers", (socket) => socket.end("HTTP/1.1 200 OK\r\nconte")],
    ["ends within the body", (socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n{")],
  ])("proves nothing and does not try again when the connection %s", async (_what, end) => {
    let requests = 0;
    const url = await serve((request) => {
      requests += 1;
      end(request.socket);
    });
    const error = await sender()(post(url)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(NothingSent);
    expect(requests).toBe(1);
  });

  // RFC 9110 §8.4; what stands before a provider compresses although identity was asked for
  it.each<[string, (bytes: Buffer) => Buffer]>([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
    ["deflate, GZIP", (bytes) => gzipSync(deflateSync(bytes))],
  ])("reads a response that is compressed by %s", async (coding, compress) => {
    const url = await serve((_request, response) => {
      response.setHeader("content-encoding", coding).end(compress(Buffer.from('{"city":"São Paulo"}')));
    });
    expect((await sender()(post(url))).text).toBe('{"city":"São Paulo"}');
  });

  it("proves nothing by a compressed response that is cut off", async () => {
    const cut = gzipSync('{"status":"CONFIRMED"}').subarray(0, 20);
    const url = await serve((_request, response) => {
      response.setHeader("content-encoding", "gzip").end(cut);
    });
    const sent = sender()(post(url)).then(({ text }) => JSON.parse(text));
    await expect(sent).rejects.not.toBeInstanceOf(NothingSent);
  });

  it("stops when it is aborted", async () => {
    const url = await serve(() => {});
    const controller = new AbortController();
    const sent = sender()({ ...post(url), signal: controller.signal });
    controller.abort(new Error("too late"));
    await expect(sent).rejects.not.toBeInstanceOf(NothingSent);
  });
});

it.each<[string, Sender]>([
  ["undici", sendByUndici()],
  ["fetch", sendByFetch()],
])("%s takes no response beyond all measure", async (_name, send) => {
  const url = await serve((_request, response) => {
    const piece = "x".repeat(1024 * 1024);
    for (let count = 0; count < 17; count += 1) response.write(piece);
    response.end();
  });
  await expect(send(post(url))).rejects.not.toBeInstanceOf(NothingSent);
});

it("undici takes no compressed response that unpacks beyond all measure", async () => {
  const bomb = gzipSync(Buffer.alloc(17 * 1024 * 1024, "x"));
  const url = await serve((_request, response) => {
    response.setHeader("content-encoding", "gzip").end(bomb);
  });
  await expect(sendByUndici()(post(url))).rejects.not.toBeInstanceOf(NothingSent);
});

it("undici proves that nothing was sent to a port where nobody listens; fetch does not", async () => {
  const url = await closedPort();
  await expect(sendByUndici()(post(url))).rejects.toMatchObject({
    name: "NothingSent",
    reason: "connection_refused",
  });
  await expect(sendByFetch()(post(url))).rejects.not.toBeInstanceOf(NothingSent);
});

it("a kept connection that breaks under its second request is no proof either", async () => {
  const served = new WeakMap<Socket, number>();
  let requests = 0;
  const url = await serve((request, response) => {
    requests += 1;
    const count = (served.get(request.socket) ?? 0) + 1;
    served.set(request.socket, count);
    if (count === 1) response.end("{}");
    else request.socket.resetAndDestroy();
  });
  const send = sendByUndici();
  await send(post(url));
  // the connection is free again once the event loop has turned
  await new Promise((resolve) => setImmediate(resolve));
  const error = await send(post(url)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(NothingSent);
  expect(requests).toBe(2);
});

describe("a host that a user named", () => {
  const publicHost = (url: string): OutgoingRequest => ({ ...post(url), publicHost: true });

  it.each([
    "https://127.0.0.1",
    "https://localhost",
    "https://10.0.0.7",
    "https://169.254.169.254",
    "https://[::1]",
    "https://[::ffff:10.0.0.7]",
    "https://2130706433",
    "https://host.docker.internal",
  ])("%s is not connected to", async (url) => {
    await expect(sendByUndici()(publicHost(url))).rejects.toMatchObject({ name: "CredentialsUnusable" });
  });

  it("is refused where its name stands for a private address, at every connection, and nothing arrives", async () => {
    let requests = 0;
    const url = await serve((_request, response) => {
      requests += 1;
      response.end("{}");
    });
    const asked: string[] = [];
    const send = sendByUndici({
      resolveName(hostname, _options, callback) {
        asked.push(hostname);
        callback(null, [{ address: "127.0.0.1", family: 4 }]);
      },
    });
    const named = `http://evolution.example.com:${new URL(url).port}`;
    for (let time = 0; time < 2; time += 1)
      await expect(send(publicHost(named))).rejects.toThrow(
        "nothing was sent. evolution.example.com is no host of the public internet.",
      );
    expect([asked, requests]).toEqual([["evolution.example.com", "evolution.example.com"], 0]);
  });

  it("is not guarded by fetch, which refuses it by name", async () => {
    await expect(sendByFetch()(publicHost("https://evolution.example.com"))).rejects.toMatchObject({
      name: "CredentialsUnusable",
    });
  });
});
