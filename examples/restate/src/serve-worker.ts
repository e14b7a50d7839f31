import { once } from "node:events";
import { createServer } from "node:http2";
import { createEndpointHandler } from "@restatedev/restate-sdk";
import { type OrderServiceOptions, orderService } from "./order-service.ts";

/** Serves the order's handler to Restate on loopback; port 0 takes a free one. Returns the port. */
export async function serveWorker(port: number, options: OrderServiceOptions): Promise<number> {
  const server = createServer(createEndpointHandler({ services: [orderService(options)] }));
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The worker listens on no port.");
  return address.port;
}
