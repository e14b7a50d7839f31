import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { benchmarkKey, payCall } from "./pay-call.ts";

/** A process that responds to every request at once with what the sandbox returned for the first. */
const sandbox = createSandbox({ seed: 1, now: "2026-11-21T12:00:00Z" });
const codespar = new CodeSpar({ apiKey: benchmarkKey, transport: sandbox.transport });
const opened = await codespar.sessions.create({ servers: ["asaas"] });
const session = JSON.stringify(opened);
const paid = await opened.execute(payCall).withResponse();
const result = JSON.stringify(paid.data);

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const body = request.url === "/v1/sessions" ? session : result;
  // the body is read, or the connection could not be used again
  request.resume();
  request.on("end", () => {
    response.writeHead(200, { ...paid.headers, "content-length": Buffer.byteLength(body) });
    response.end(body);
  });
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
// a server that listens on a port has an address with one
const { port } = server.address() as AddressInfo;
process.send?.({ port, sessionId: opened.id });
process.on("disconnect", () => process.exit());
