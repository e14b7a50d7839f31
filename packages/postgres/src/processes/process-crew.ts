import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { WorkerOptions } from "./worker.ts";

/** Several processes of one program, any of which may be killed at any moment; another takes its place. */
export interface Crew {
  /** Kills one without warning and starts another. */
  kill(index: number): void;
  /** Resolves once this many more pieces of work are done. */
  progress(count: number): Promise<void>;
  /** Has all of them end in peace. Rejects when one ended otherwise. */
  end(): Promise<void>;
}

const program = fileURLToPath(new URL("worker.ts", import.meta.url));

export function startCrew(size: number, getOptions: (index: number) => WorkerOptions): Crew {
  let done = 0;
  let wanted: { count: number; resolve: () => void; reject: (error: Error) => void } | undefined;
  const killed = new WeakSet<ChildProcess>();

  function start(index: number): { child: ChildProcess; ended: Promise<void> } {
    const child = spawn(
      process.execPath,
      ["--conditions=@codespar/source", program, JSON.stringify(getOptions(index))],
      {
        stdio: ["pipe", "pipe", "pipe"],
      },
    );
    let errors = "";
    child.stderr?.on("data", (chunk) => {
      errors += chunk;
    });
    child.stdout?.on("data", (chunk: Buffer) => {
      done += chunk.length;
      if (wanted !== undefined && done >= wanted.count) wanted.resolve();
    });
    const ended = new Promise<void>((resolve, reject) => {
      child.once("close", (code) => {
        if (code === 0 || killed.has(child)) return resolve();
        const error = new Error(`Process ${index} ended with ${code}: ${errors}`);
        wanted?.reject(error);
        reject(error);
      });
    });
    // set by `end`
    ended.catch(() => {});
    return { child, ended };
  }

  const members = Array.from({ length: size }, (_, index) => start(index));
  return {
    kill(index) {
      const member = members[index];
      if (member === undefined) return;
      killed.add(member.child);
      member.child.kill("SIGKILL");
      members[index] = start(index);
    },
    progress: (count) =>
      new Promise((resolve, reject) => {
        wanted = { count: done + count, resolve, reject };
      }),
    async end() {
      for (const { child } of members) child.stdin?.end();
      await Promise.all(members.map(({ ended }) => ended));
    },
  };
}
