import { once } from "node:events";
import type { Server } from "node:http";
import type { Socket } from "node:net";

/** Watches a server's sockets; returns a function that closes the server: no new requests, and `drainMs` for those in flight to end. */
export function gracefulClose(server: Server): (drainMs: number) => Promise<void> {
  /** Sockets that have not sent a request yet; Node takes them for busy. */
  const silent = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
  });
  server.on("request", ({ socket }) => silent.delete(socket));

  return async function close(drainMs) {
    const closed = once(server, "close");
    server.close();
    // sockets that have nothing more to do from now on would be kept alive
    const idle = setInterval(closeIdle, 20);
    closeIdle();
    const late = setTimeout(() => server.closeAllConnections(), drainMs);
    await closed;
    clearInterval(idle);
    clearTimeout(late);
  };

  function closeIdle(): void {
    for (const socket of silent) socket.destroy();
    server.closeIdleConnections();
  }
}
