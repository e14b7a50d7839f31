import { execFile } from "node:child_process";
import { chownSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A PostgreSQL server of one's own, in a temporary folder. */
export interface Cluster {
  directory: string;
  port: number;
  /** The address of one of its databases, as its superuser. */
  url(database: string): string;
}

const user = "codespar";

/** What is done with the disk is as good as lost: the tests' servers end with them. */
const settings = [
  "fsync=off",
  "full_page_writes=off",
  "listen_addresses=127.0.0.1",
  "max_connections=200",
  "shared_buffers=64MB",
  "autovacuum_naptime=10s",
];

/** Makes and starts a cluster; `more` are settings such as `fsync=on`. Needs no rights of its own, not even as root. */
export async function startCluster(
  binaries: string,
  { directory = makeDirectory(), more = [] as readonly string[] } = {},
): Promise<Cluster> {
  await runProgram(binaries, directory, "initdb", [
    "-D",
    join(directory, "data"),
    ...["-U", user, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"],
  ]);
  return startServer(binaries, directory, more);
}

/** Starts a server over data that are there already, on a free port. */
export async function startServer(
  binaries: string,
  directory: string,
  more: readonly string[] = [],
): Promise<Cluster> {
  const port = await freePort();
  const given = [...settings, ...more, `port=${port}`, `unix_socket_directories=${directory}`];
  await runProgram(binaries, directory, "pg_ctl", [
    "start",
    "-w",
    "-D",
    join(directory, "data"),
    "-l",
    join(directory, "log"),
    "-o",
    given.map((each) => `-c ${each}`).join(" "),
  ]);
  return clusterAt(directory, port);
}

/** A folder that PostgreSQL's user may write to. */
export function makeDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "codespar-postgres-"));
  const owner = serverOwner();
  if (owner !== undefined) chownSync(directory, owner.uid, owner.gid);
  return directory;
}

/** One of PostgreSQL's programs, as its own user. */
export async function runProgram(
  binaries: string,
  directory: string,
  program: string,
  given: readonly string[],
): Promise<void> {
  const owner = serverOwner();
  if (owner !== undefined) chownSync(directory, owner.uid, owner.gid);
  await run(join(binaries, program), given, { ...owner, cwd: directory });
}

export function clusterAt(directory: string, port: number): Cluster {
  return { directory, port, url: (database) => `postgres://${user}@127.0.0.1:${port}/${database}` };
}

/** Ends the server at once and removes its folder. */
export async function stopCluster(
  binaries: string,
  { directory }: Pick<Cluster, "directory">,
): Promise<void> {
  const data = join(directory, "data");
  await run(join(binaries, "pg_ctl"), ["stop", "-w", "-m", "immediate", "-D", data], {
    ...serverOwner(),
    cwd: directory,
  }).catch(() => {});
  rmSync(directory, { recursive: true, force: true });
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made, or as nobody. */
function serverOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const found = users.find(([candidate]) => candidate === name);
    if (found !== undefined) return { uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new Error("PostgreSQL does not run as root, and there is neither a user postgres nor nobody.");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
