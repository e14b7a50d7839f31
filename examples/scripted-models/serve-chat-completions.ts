import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { scriptedChatCompletions } from "./scripted-chat-completions.ts";

/** The same on a port of this machine, for frameworks that take an address alone. */
export async function serveChatCompletions(): Promise<{ url: string; close(): void }> {
  const respond = scriptedChatCompletions();
  const server = createServer(async (request, outgoing) => {
    const response = await respond(request.url, { body: await text(request) });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(await response.text());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens on no port.");
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
