import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import type { WireBreak, WireScript } from "./wire-break.ts";

/** A proxy on loopback that breaks connections as scripted. */
export interface FaultProxy {
  url: string;
  close(): Promise<void>;
}

/** Bytes of a body that pass before it is cut. */
const cutAfter = 40;

export async function startFaultProxy(target: string, script: WireScript): Promise<FaultProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      // a broken connection is what this is for
      socket.on("error", () => {});
    }
    let wireBreak: WireBreak | undefined;
    let isSilent = false;
    const fallSilent = () => {
      // once: a request or a response in two pieces would end the limits of the attempt that follows as well
      if (isSilent) return;
      isSilent = true;
      script.fallSilent(() => client.destroyed);
    };
    const destroy = () => {
      client.destroy();
      upstream.destroy();
    };
    client.on("data", (chunk) => {
      const [, method, path] = /^([A-Z]+) (\S+) HTTP\/1\.1\r\n/.exec(chunk.toString("latin1")) ?? [];
      if (method !== undefined && path !== undefined) wireBreak = script.next(method, path);
      if (wireBreak === "before_send") destroy();
      else if (wireBreak === "silent_before_send") fallSilent();
      else upstream.write(chunk);
      if (wireBreak === "silent_at_once") fallSilent();
    });
    upstream.on("data", (chunk) => {
      if (isSilent) return;
      if (wireBreak === undefined) return client.write(chunk);
      if (wireBreak === "after_send") return destroy();
      if (wireBreak === "silent_after_send") return fallSilent();
      const head = chunk.indexOf("\r\n\r\n");
      // a large response may come in pieces: what follows the first is cut as well
      const beginning = chunk.subarray(0, head === -1 ? cutAfter : head + 4 + cutAfter);
      client.write(beginning, wireBreak === "mid_body" ? destroy : fallSilent);
    });
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    // it listens on TCP
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
