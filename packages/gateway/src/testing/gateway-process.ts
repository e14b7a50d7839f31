import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach } from "vitest";

const program = [
  "--conditions=@codespar/source",
  "--disable-warning=ExperimentalWarning",
  fileURLToPath(new URL("../bin.ts", import.meta.url)),
];
const children = new Set<ChildProcess>();

afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children.clear();
});

export interface ProcessOptions {
  /** Working directory. */
  directory: string;
  environment?: Record<string, string> | undefined;
  /** A program and its arguments that the gateway is run by. */
  within?: readonly string[] | undefined;
  uid?: number | undefined;
}

function launch(args: readonly string[], { directory, environment, within = [], uid }: ProcessOptions) {
  const [command = process.execPath, ...rest] = [...within, process.execPath, ...program, ...args];
  // nothing of this process's environment: what the gateway reads is the test's
  const env = { PATH: process.env.PATH ?? "", ...environment };
  const child = spawn(command, rest, { cwd: directory, env, ...(uid === undefined ? {} : { uid }) });
  children.add(child);
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].on("data", (chunk) => {
      output[name] += chunk;
    });
  }
  return { child, output, closed: once(child, "close") };
}

/** Runs a command until it ends. */
export async function runGateway(args: readonly string[], options: ProcessOptions) {
  const { child, output, closed } = launch(args, options);
  await closed;
  return { code: child.exitCode, ...output };
}

/** Starts a gateway on a free port and waits until it listens. */
export async function startGatewayProcess(args: readonly string[], options: ProcessOptions) {
  const { child, output, closed } = launch(["--port", "0", ...args], options);
  while (!output.stderr.includes('"message":"listening"')) {
    const ended = await Promise.race([once(child.stderr, "data"), closed.then(() => "ended")]);
    if (ended === "ended") throw new Error(`The gateway ended: ${output.stderr}`);
  }
  const url = /"url":"([^"]+)"/.exec(output.stderr)?.[1] ?? "";
  return {
    url,
    output,
    /** Sends a signal and waits for the end. Returns the exit code and the signal that ended it. */
    async end(signal: NodeJS.Signals) {
      child.kill(signal);
      await closed;
      return { code: child.exitCode, signal: child.signalCode };
    },
    signal: (signal: NodeJS.Signals) => child.kill(signal),
    closed: closed.then(() => child.exitCode),
  };
}

/** A request to a gateway with a key, and its response as JSON. */
export async function ask(url: string, key: string, method: string, path: string, body?: object) {
  const response = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
}
