import { spawnSync } from "node:child_process";

export interface RunOptions {
  cwd?: string | undefined;
  /** @default 120_000 */
  timeoutMs?: number | undefined;
  env?: Record<string, string> | undefined;
}

/** Runs a program to its end and returns what it wrote; throws with all of it when it fails or takes too long. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): string {
  const { cwd, timeoutMs = 120_000, env } = options;
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    timeout: timeoutMs,
    killSignal: "SIGKILL",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (status === 0) return stdout;
  const what = `${command} ${args.join(" ")}`;
  const why = error?.message ?? (signal === null ? `exit ${status}` : `stopped by ${signal}`);
  throw new Error(`${what}: ${why}\n${stdout ?? ""}${stderr ?? ""}`);
}
