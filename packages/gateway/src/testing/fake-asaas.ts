import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** Keys that it knows. */
export const goodKey = "$aact_hmlg_good";

/** A stand-in for Asaas's test environment that knows one key and its balance. */
export async function startFakeAsaas() {
  const seen: { url: string; key: string }[] = [];
  const behaviour = { isDown: false };
  const server = createServer((request, response) => {
    const key = String(request.headers.access_token ?? "");
    seen.push({ url: request.url ?? "", key });
    const isKnown = key === goodKey;
    const status = behaviour.isDown ? 503 : isKnown ? 200 : 401;
    const errors = [{ code: "invalid_access_token", description: "A chave de API informada é inválida" }];
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(isKnown ? { balance: 12.34 } : { errors }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return { url: `http://127.0.0.1:${port}`, seen, behaviour };
}
