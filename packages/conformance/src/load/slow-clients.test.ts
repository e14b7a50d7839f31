import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import type { Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { chattyProvider } from "./chatty-provider.ts";
import { loadWorld } from "./load-world.ts";
import { openSocket, parseResponse, readToEnd } from "./raw-http.ts";

const pix = { name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } };

/** Soon, but not so soon that a request of this loaded machine is cut off as well. */
const soon = { headersTimeoutMs: 1000, requestTimeoutMs: 1000 };

describe("clients that are slow", () => {
  it.each([
    ["headers that never end", "GET /v1/usage HTTP/1.1\r\nhost: localhost\r\nx-slow: "],
    ["a request line that never ends", "GET /v1/usa"],
  ])("with %s get an error and are cut off", async (_what, bytes) => {
    const { url, expectToRespond } = await loadWorld(soon);
    const socket = await openSocket(url);
    socket.write(bytes);
    const response = parseResponse(await readToEnd(socket));
    expect(response?.status).toBe(400);
    expect(JSON.parse(response?.body ?? "")).toMatchObject({
      error: "invalid_request",
      message: "The request did not arrive in time. Send it again.",
    });
    await expectToRespond();
  });

  it("with a body that never ends are cut off", async () => {
    const { url, head, expectToRespond } = await loadWorld(soon);
    const socket = await openSocket(url);
    socket.write(head("POST", "/v1/sessions", 'content-length: 100\r\n\r\n{"preset"'));
    expect(parseResponse(await readToEnd(socket))?.status).toBe(400);
    await expectToRespond();
  });

  it("do not keep others waiting, however many there are", async () => {
    const { url, expectToRespond, openSession } = await loadWorld();
    const sockets = await Promise.all(Array.from({ length: 500 }, () => openSocket(url)));
    for (const socket of sockets) socket.write("GET /v1/usage HTTP/1.1\r\nhost: localh");
    await openSession();
    await expectToRespond();
    for (const socket of sockets) socket.destroy();
  });

  it("that vanish in the middle of a request or a response change nothing", async () => {
    const { url, head, openSession, expectToRespond } = await loadWorld();
    const session = await openSession();
    const body = JSON.stringify(pix);
    const length = `content-length: ${Buffer.byteLength(body)}\r\n`;
    const starts = [
      "POST /v1/ses",
      head("POST", "/v1/sessions", 'content-length: 100\r\n\r\n{"preset"'),
      head("POST", `/v1/sessions/${session}/execute`, `${length}\r\n${body}`),
      head("POST", `/v1/sessions/${session}/send`, `accept: text/event-stream\r\n${length}\r\n${body}`),
    ];
    for (const bytes of starts) {
      const reset = await openSocket(url);
      reset.write(bytes);
      reset.resetAndDestroy();
      await once(reset, "close");
      const left = await openSocket(url);
      left.end(bytes);
      left.destroy();
      await once(left, "close");
    }
    await expectToRespond();
  });

  it("that stop reading a stream are waited for, and what waits for them stays small", async () => {
    const pieces = 400;
    const { url, head, post, openSession, expectToRespond } = await loadWorld({
      providers: [chattyProvider(pieces, 50_000)],
    });
    const session = await openSession();
    const call = { name: "asaas_create_payment", arguments: {} };
    const key = { "idempotency-key": "chatty" };
    const { tool_call_id } = await (await post(`/v1/sessions/${session}/send`, call, key)).json();
    // waits until it has ended
    await post(`/v1/sessions/${session}/execute`, call, key);
    const serverSide = nextServerSocket();
    const reader = await openSocket(url);
    reader.pause();
    reader.write(head("GET", `/v1/tool-calls/${tool_call_id}/events`, "connection: close\r\n\r\n"));
    const writing = await serverSide;
    // the other end's buffers are full: from here on whatever is sent would wait in this process
    await untilItNeedsDraining(writing);
    for (let turn = 0; turn < 20; turn++) await expectToRespond();
    expect(writing.writableLength).toBeLessThan(1_000_000);
    reader.resume();
    const text = await readToEnd(reader);
    expect(text.match(/^event: tool_call\.partial$/gm)).toHaveLength(pieces);
    expect(text).toContain("event: tool_call.completed");
  });

  it("that speak during a response lose the connection, and no second response is mixed into the first", async () => {
    const { server, url, head, openSession, expectToRespond } = await loadWorld();
    server.sandbox.faults.set("asaas", { slowMs: 60_000 });
    const session = await openSession();
    const body = JSON.stringify(pix);
    const socket = await openSocket(url);
    socket.write(
      head(
        "POST",
        `/v1/sessions/${session}/send`,
        `accept: text/event-stream\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      ),
    );
    await once(socket, "data");
    const rest = readToEnd(socket);
    socket.write("what is this?\r\n\r\n");
    expect(await rest).not.toContain("HTTP/1.1");
    await expectToRespond();
  });
});

/** The server's end of the next connection. */
function nextServerSocket(): Promise<Socket> {
  return new Promise((resolve) => {
    const onSocket = (message: unknown) => {
      unsubscribe("net.server.socket", onSocket);
      resolve((message as { socket: Socket }).socket); // what this channel's messages are
    };
    subscribe("net.server.socket", onSocket);
    onTestFinished(() => {
      unsubscribe("net.server.socket", onSocket);
    });
  });
}

async function untilItNeedsDraining(socket: Socket): Promise<void> {
  while (!socket.writableNeedDrain) await new Promise((resolve) => setImmediate(resolve));
}
