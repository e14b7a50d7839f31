import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** Where a request to a provider breaks. What stands before the arrow happens before the provider has it, the rest after. */
export const breakPoints = [
  "closed port",
  "reset before the request is read",
  "503 of a proxy before the provider",
  "silence before the provider",
  "reset after the provider has done it",
  "end within the headers",
  "end within the body",
  "silence after the provider has done it",
  "502 of a proxy after the provider",
  "a redirect after the provider",
  "a page instead of JSON after the provider",
] as const;

export type BreakPoint = (typeof breakPoints)[number];

/** Whether the provider has got the request at all. */
export function reaches(point: BreakPoint): boolean {
  return breakPoints.indexOf(point) >= breakPoints.indexOf("reset after the provider has done it");
}

/** A proxy in front of an emulated provider that breaks the first request that matches, and lets all others pass. */
export async function startBreakProxy(target: string) {
  let armed: { point: BreakPoint; matches(method: string, path: string): boolean } | undefined;
  let broken = 0;
  const hanging = new Set<Socket>();

  const server = createServer(async (incoming, outgoing) => {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(Buffer.from(piece));
    const body = Buffer.concat(pieces);
    const { method = "", url = "" } = incoming;
    if (armed?.matches(method, url.split("?")[0] ?? "") !== true) {
      relay(await forward(target, incoming, body), outgoing);
      return;
    }
    const { point } = armed;
    armed = undefined;
    broken += 1;
    await breakAt(point, incoming, outgoing, () => forward(target, incoming, body), hanging);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://127.0.0.1:${port}`,
    /** Breaks the next request that matches. */
    arm(point: BreakPoint, matches: (method: string, path: string) => boolean) {
      armed = { point, matches };
    },
    /** How many requests were broken. */
    broken: () => broken,
    async close() {
      for (const socket of hanging) socket.destroy();
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
}

interface Relayed {
  status: number;
  headers: IncomingMessage["headers"];
  body: string;
}

async function breakAt(
  point: BreakPoint,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  reach: () => Promise<Relayed>,
  hanging: Set<Socket>,
): Promise<void> {
  const { socket } = incoming;
  switch (point) {
    case "closed port":
      throw new TypeError("A closed port has no proxy: connect to one.");
    case "reset before the request is read":
      socket.resetAndDestroy();
      return;
    case "503 of a proxy before the provider":
      outgoing.writeHead(503, { "content-type": "text/html" }).end("<h1>upstream unavailable</h1>");
      return;
    case "silence before the provider":
      hanging.add(socket);
      return;
    default:
  }
  const { body } = await reach();
  switch (point) {
    case "reset after the provider has done it":
      socket.resetAndDestroy();
      return;
    case "end within the headers":
      socket.end("HTTP/1.1 200 OK\r\ncontent-ty");
      return;
    case "end within the body":
      socket.end(
        `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length + 10}\r\n\r\n${body.slice(0, 5)}`,
      );
      return;
    case "silence after the provider has done it":
      hanging.add(socket);
      return;
    case "502 of a proxy after the provider":
      outgoing
        .writeHead(502, { "content-type": "application/json" })
        .end('{"error":"bad gateway","message":"upstream"}');
      return;
    case "a redirect after the provider":
      outgoing.writeHead(307, { location: incoming.url ?? "/" }).end();
      return;
    case "a page instead of JSON after the provider":
      outgoing.writeHead(200, { "content-type": "text/html" }).end("<html>Bom dia</html>");
      return;
    default:
      throw new TypeError(`Unknown break point ${point satisfies never}.`);
  }
}

async function forward(target: string, incoming: IncomingMessage, body: Buffer): Promise<Relayed> {
  const { method, url = "/", headers } = incoming;
  const outgoing = request(`${target}${url}`, {
    method,
    headers: { ...headers, host: new URL(target).host },
    agent: false,
  });
  outgoing.end(body);
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  let text = "";
  for await (const piece of response) text += String(piece);
  return { status: response.statusCode ?? 500, headers: response.headers, body: text };
}

function relay({ status, headers, body }: Relayed, outgoing: ServerResponse): void {
  const { "transfer-encoding": _encoding, connection: _connection, ...rest } = headers;
  outgoing.writeHead(status, rest).end(body);
}
