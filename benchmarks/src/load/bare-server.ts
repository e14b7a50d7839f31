import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { reportToParent } from "./report-to-parent.ts";

/** `node:http` alone: responds to a POST with the bytes that its parent gave it, and a GET with an event stream that stays open. */
const [headers = "{}", body = ""] = process.argv.slice(2);
const server = createServer((request, response) => {
  if (request.method === "GET") {
    response.writeHead(200, { "content-type": "text/event-stream" }).write("event: tool_call.started\n\n");
    return;
  }
  // the body is read, or the connection could not be used again
  request.resume();
  request.on("end", () => response.writeHead(200, JSON.parse(headers)).end(body));
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
// a server that listens on a port has an address with one
const { port } = server.address() as AddressInfo;
reportToParent();
process.send?.({ origin: `http://127.0.0.1:${port}` });
