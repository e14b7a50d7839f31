import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("..", import.meta.url));
const nextCommand = createRequire(import.meta.url).resolve("next/dist/bin/next");

export interface App {
  url: string;
  close(): Promise<void>;
}

/** Builds the Next app and serves it on a free port of this machine. */
export async function startApp(env: Readonly<Record<string, string>>): Promise<App> {
  const build = next(["build"], env);
  const built = await read(build);
  if (build.exitCode !== 0) throw new Error(`next build failed:\n${built}`);

  const server = next(["start", "--hostname", "127.0.0.1", "--port", "0"], env);
  const [, port] = await seen(server, /127\.0\.0\.1:(\d+).*Ready/s);
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      if (server.exitCode !== null) return;
      const exited = once(server, "exit");
      server.kill();
      await exited;
    },
  };
}

function next(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [nextCommand, ...args], {
    cwd: folder,
    // what the process that starts this has set, a test runner's NODE_ENV say, is not for a build
    env: { ...process.env, NODE_ENV: "production", NODE_OPTIONS: "", NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Everything that a process prints until it ends. */
async function read(child: ChildProcess): Promise<string> {
  let printed = "";
  child.stdout?.on("data", (piece) => {
    printed += piece;
  });
  child.stderr?.on("data", (piece) => {
    printed += piece;
  });
  await once(child, "close");
  return printed;
}

/** Waits until a process has printed this. */
function seen(child: ChildProcess, wanted: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const listen = (piece: unknown): void => {
      printed += piece;
      const found = wanted.exec(printed);
      if (found !== null) resolve(found);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", (code) => reject(new Error(`next start ended with ${code}:\n${printed}`)));
  });
}
