import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";

/** A type check that runs away must not take the machine with it. */
const timeoutMs = 120_000;

const projects = globSync([
  "packages/*/tsconfig.json",
  "examples/*/tsconfig.json",
  "benchmarks/tsconfig.json",
  "scripts/tsconfig.json",
]).sort();
const failed: string[] = [];
// packages are checked from source, so one mistake shows up in all that import it
const seen = new Set<string>();

for (const project of projects) {
  const start = performance.now();
  const { status, signal, stdout } = spawnSync("tsc", ["-p", project], {
    encoding: "utf8",
    timeout: timeoutMs,
    killSignal: "SIGKILL",
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  for (const line of stdout.split("\n").filter((text) => text !== "" && !seen.has(text))) {
    seen.add(line);
    console.error(line);
  }
  const outcome = signal !== null ? "stopped" : status === 0 ? "ok" : "errors";
  console.log(`${project}: ${outcome}, ${seconds} s`);
  if (status !== 0) failed.push(project);
}

if (failed.length > 0) {
  console.error(`\nTypes: ${failed.length} of ${projects.length} projects have errors: ${failed.join(", ")}`);
  process.exitCode = 1;
}
