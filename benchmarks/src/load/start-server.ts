import { fork } from "node:child_process";
import { once } from "node:events";
import type { ProcessCost } from "./report-to-parent.ts";

/** A server in a process of its own. */
export interface MeasuredServer {
  origin: string;
  cost(): Promise<ProcessCost>;
  stop(): void;
}

/** Starts `file` and waits until it listens. */
export async function startServer(file: string, ...args: string[]): Promise<MeasuredServer> {
  const server = fork(new URL(file, import.meta.url), args, {
    execArgv: ["--conditions=@codespar/source", "--expose-gc", "--disable-warning=ExperimentalWarning"],
  });
  const ended = once(server, "exit").then(([code]) => {
    throw new Error(`${file} ended with ${code} before it listened.`);
  });
  const [listening]: { origin: string }[] = await Promise.race([once(server, "message"), ended]);
  // from here on it ends when it is stopped
  ended.catch(() => {});
  if (listening === undefined) throw new Error(`${file} did not say where it listens.`);
  const { origin } = listening;
  return {
    origin,
    async cost() {
      const responded = once(server, "message");
      server.send("cost");
      const [cost]: ProcessCost[] = await responded;
      if (cost === undefined) throw new Error(`${file} did not say what it cost.`);
      return cost;
    },
    stop: () => server.kill(),
  };
}
