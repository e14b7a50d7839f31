import { connect, createServer, type Socket } from "node:net";

/** Stands between a process and its database, so that a test can cut the network. */
export interface TcpProxy extends AsyncDisposable {
  /** The address with the proxy in the place of the server. */
  url(database: string): string;
  /** Ends every connection at once, as a failing network does. */
  cut(): void;
  /** Where new connections lead from now on. */
  target(port: number): void;
  /** Lets nothing through and ends nothing: packets vanish. */
  silence(isSilent: boolean): void;
  /** Whether new connections are refused. */
  refuse(isRefusing: boolean): void;
  /** Connections at the moment. */
  connections(): number;
  /** Statements that arrived since they were last asked for, each by what its connection has sent for it; hints are none. */
  takeStatements(): number;
  /** Ends every connection once its client has sent a statement that has this text, and the statement has arrived. */
  cutAfter(text: string): void;
}

export async function tcpProxy(firstPort: number): Promise<TcpProxy> {
  let targetPort = firstPort;
  const pairs = new Set<[Socket, Socket]>();
  let isSilent = false;
  let isRefusing = false;
  let trap: string | undefined;
  let statements = 0;

  const server = createServer((client) => {
    if (isRefusing) {
      client.destroy();
      return;
    }
    const target = connect(targetPort, "127.0.0.1");
    const pair: [Socket, Socket] = [client, target];
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      client.destroy();
      target.destroy();
    };
    for (const socket of pair) socket.on("error", end).on("close", end);
    client.on("data", (chunk) => {
      if (isSilent) return;
      statements += countSyncs(chunk);
      if (trap !== undefined && chunk.includes(trap)) {
        trap = undefined;
        // the statement arrives and runs, its result does not come back
        target.removeAllListeners("data");
        target.once("data", end);
      }
      target.write(chunk);
    });
    target.on("data", (chunk) => {
      if (!isSilent) client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  const cut = () => {
    for (const [client, target] of pairs) {
      client.destroy();
      target.destroy();
    }
  };
  return {
    url: (database) => `postgres://codespar@127.0.0.1:${address.port}/${database}`,
    cut,
    target(port) {
      targetPort = port;
    },
    silence(silent) {
      isSilent = silent;
    },
    refuse(refusing) {
      isRefusing = refusing;
    },
    connections: () => pairs.size,
    takeStatements() {
      const count = statements;
      statements = 0;
      return count;
    },
    cutAfter(text) {
      trap = text;
    },
    async [Symbol.asyncDispose]() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** "S" and its length: the end of each statement with values. https://www.postgresql.org/docs/current/protocol-message-formats.html */
const sync = Buffer.from([0x53, 0, 0, 0, 4]);

function countSyncs(chunk: Buffer): number {
  // hints go out after the commit, gathered, on a connection of their own
  if (chunk.includes("hint\0")) return 0;
  let count = 0;
  for (let at = chunk.indexOf(sync); at >= 0; at = chunk.indexOf(sync, at + sync.length)) count += 1;
  return count;
}
