import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { benchmarkKey } from "../pay-call.ts";

/** Connections that are made at a time: more than the server's backlog would be refused. */
const atOnce = 100;

/** Opens as many event streams of a call, each with a socket of its own, and waits until each has begun. */
export async function openStreams(origin: string, toolCallIds: readonly string[]): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let begun = 0; begun < toolCallIds.length; begun += atOnce) {
    const next = toolCallIds.slice(begun, begun + atOnce);
    sockets.push(...(await Promise.all(next.map((id) => openStream(origin, id)))));
  }
  return sockets;
}

async function openStream(origin: string, toolCallId: string): Promise<Socket> {
  const { hostname, port, host } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write(
    `GET /v1/tool-calls/${toolCallId}/events HTTP/1.1\r\nhost: ${host}\r\n` +
      `authorization: Bearer ${benchmarkKey}\r\naccept: text/event-stream\r\n\r\n`,
  );
  let text = "";
  for (;;) {
    const [chunk]: Buffer[] = await once(socket, "data");
    text += chunk?.toString();
    if (text.includes("tool_call.started")) return socket;
    if (text.includes("\r\n\r\n") && !text.startsWith("HTTP/1.1 200 ")) throw new Error(text);
  }
}
