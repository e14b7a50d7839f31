import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { findLine } from "./read-lines.ts";

export interface Restate {
  adminUrl: string;
  ingressUrl: string;
  close(): Promise<void>;
}

/** Starts the server that comes with the npm package, on free ports, with its data in a folder of its own. */
export async function startRestate(): Promise<Restate> {
  // the package's own program starts this one; started directly, a signal reaches it for certain
  const require = createRequire(import.meta.url);
  const owner = createRequire(require.resolve("@restatedev/restate-server/package.json"));
  const binary = owner.resolve(`@restatedev/restate-server-${platform()}-${arch()}/bin/restate-server`);
  const folder = await mkdtemp(join(tmpdir(), "codespar-restate-"));
  const server = spawn(binary, ["--no-logo", "--base-dir", folder], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      DO_NOT_TRACK: "1",
      RESTATE_DISABLE_TELEMETRY: "true",
      RESTATE_LISTEN_MODE: "tcp",
      RESTATE_BIND_IP: "127.0.0.1",
      RESTATE_USE_RANDOM_PORTS: "true",
      RESTATE_LOG_FORMAT: "compact",
      RESTATE_LOG_DISABLE_ANSI_CODES: "true",
      RESTATE_ROCKSDB_TOTAL_MEMORY_SIZE: "256MB",
      RESTATE_DEFAULT_NUM_PARTITIONS: "1",
      // a worker that died is asked again at once
      RESTATE_DEFAULT_RETRY_POLICY__INITIAL_INTERVAL: "50ms",
      RESTATE_DEFAULT_RETRY_POLICY__MAX_INTERVAL: "200ms",
    },
  });
  const close = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const gone = once(server, "exit");
      server.kill("SIGKILL");
      await gone;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const [, adminUrl = ""] = await findLine(server.stdout, /Admin API starting on: (http:\S+?)\/?\s/);
    const { ingress_endpoint } = await readJson(await fetch(`${adminUrl}/version`));
    return { adminUrl, ingressUrl: String(ingress_endpoint).replace(/\/$/, ""), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  if (!response.ok) throw new Error(`Restate responded ${response.status}: ${await response.text()}`);
  return await response.json();
}
