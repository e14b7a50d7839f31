import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type Listener, startListener } from "./start-listener.ts";

let listener: Listener | undefined;
afterEach(async () => {
  await listener?.close(0);
  listener = undefined;
});

async function start(serve: (request: Request) => Promise<Response>): Promise<Listener> {
  listener = await startListener({ port: 0, hostname: "127.0.0.1", serve: (request) => serve(request) });
  return listener;
}

const echo = async (request: Request) =>
  Response.json({ method: request.method, path: new URL(request.url).pathname, body: await request.text() });

/** What a server writes to bytes that a client has made by hand, until it ends the connection. */
async function sendRaw({ url }: Listener, bytes: string): Promise<string> {
  const socket = await open(url);
  let text = "";
  socket.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
  });
  socket.write(bytes);
  await once(socket, "close");
  return text;
}

async function open(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  await once(socket, "connect");
  return socket;
}

describe("startListener", () => {
  it("serves what is asked for, bodies and all", async () => {
    const { url } = await start(echo);
    const response = await fetch(`${url}/v1/things?x=1`, { method: "POST", body: "olá" });
    expect(await response.json()).toEqual({ method: "POST", path: "/v1/things", body: "olá" });
  });

  it.each([
    ["what is no HTTP", "hello\r\n\r\n", 400, "This is not an HTTP request."],
    [
      "HTTP/1.1 without a host",
      "GET / HTTP/1.1\r\nconnection: close\r\n\r\n",
      400,
      "The request has no Host header.",
    ],
    [
      "headers that are too long",
      `GET / HTTP/1.1\r\nhost: a\r\nx: ${"y".repeat(20_000)}\r\n\r\n`,
      413,
      "The headers are larger than 16384 bytes.",
    ],
  ])("responds to %s in the API's words, and ends the connection", async (_what, bytes, status, message) => {
    const text = await sendRaw(await start(echo), bytes);
    expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    const body = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
    expect(body).toMatchObject({ status, request_id: expect.stringMatching(/^req_/) });
    expect(body.message).toContain(message);
  });

  it("takes HTTP/1.0 without a host, as health checks of old balancers send it", async () => {
    const text = await sendRaw(await start(echo), "GET /healthz HTTP/1.0\r\n\r\n");
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    expect(text).toContain('"path":"/healthz"');
  });

  it("says which port is taken, and which host is none", async () => {
    const { url } = await start(echo);
    const port = Number(new URL(url).port);
    const again = startListener({ port, hostname: "127.0.0.1", serve: echo });
    await expect(again).rejects.toThrow(
      `Port ${port} is taken. Choose another with --port, or 0 for a free one.`,
    );
    const elsewhere = startListener({ port: 0, hostname: "192.0.2.1", serve: echo });
    await expect(elsewhere).rejects.toThrow("192.0.2.1 is no address of this machine.");
  });

  it("lets a request in flight end when it closes, and drops who has sent nothing", async () => {
    let respond = () => {};
    let arrived = () => {};
    const isThere = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const { url, close } = await start(async () => {
      arrived();
      await new Promise<void>((resolve) => {
        respond = resolve;
      });
      return new Response("done");
    });
    const silent = await open(url);
    const response = fetch(url);
    await isThere;
    const closed = close(60_000);
    await once(silent, "close");
    respond();
    expect(await (await response).text()).toBe("done");
    await closed;
    await expect(fetch(url)).rejects.toThrow();
  });

  it("ends a request that never does when its time to drain is over", async () => {
    let arrived = () => {};
    const isThere = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const { url, close } = await start(() => {
      arrived();
      return new Promise(() => {});
    });
    const response = fetch(url);
    const failed = expect(response).rejects.toThrow();
    await isThere;
    await close(0);
    await failed;
  });
});
