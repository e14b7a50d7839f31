import { fork } from "node:child_process";
import { once } from "node:events";

export interface OverheadServer {
  origin: string;
  sessionId: string;
  stop(): void;
}

/** Starts the responding process and waits until it listens. */
export async function startOverheadServer(): Promise<OverheadServer> {
  const server = fork(new URL("./overhead-server.ts", import.meta.url), {
    execArgv: ["--conditions=@codespar/source"],
  });
  const [message] = await once(server, "message");
  const { port, sessionId }: { port: number; sessionId: string } = message;
  return { origin: `http://127.0.0.1:${port}`, sessionId, stop: () => server.kill() };
}
