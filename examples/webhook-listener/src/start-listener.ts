import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { CodeSpar, WebhookEvent } from "@codespar/sdk";

export interface Listener {
  url: string;
  close(): Promise<void>;
}

/** Hears CodeSpar's webhooks: verifies each, responds at once, and hands on what is genuine. */
export async function startListener(options: {
  codespar: CodeSpar;
  /** The trigger's secret, once it is known. */
  secret: () => string;
  onEvent(event: WebhookEvent): Promise<void>;
}): Promise<Listener> {
  const server = createServer(async (request, response) => {
    try {
      const event = await options.codespar.webhooks.unwrap(
        // the raw body: a parsed and re-encoded one would not have the signed bytes
        { body: await rawBody(request), headers: request.headers },
        options.secret(),
      );
      await options.onEvent(event);
      response.writeHead(204).end();
    } catch {
      // not genuine, or not handled: CodeSpar tries again
      response.writeHead(400).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://127.0.0.1:${port}/codespar`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function rawBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}
