import { createServer } from "node:http";

/** A provider that says the same to everybody: what a connector's own work is measured against. */
const body = JSON.stringify({
  object: "payment",
  id: "pay_0123456789abcdef",
  value: 159.9,
  billingType: "PIX",
  status: "PENDING",
  externalReference: "tc_01",
});

const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => response.writeHead(200, { "content-type": "application/json" }).end(body));
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" ? address?.port : 0 });
});
