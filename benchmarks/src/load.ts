import type { BenchmarkOptions, Report } from "./figure.ts";
import { measureExecutions } from "./load/measure-executions.ts";
import { measureMemory } from "./load/measure-memory.ts";
import { measureStreams } from "./load/measure-streams.ts";

/** The sandbox server over loopback, in a process of its own: speed under load, memory after it, and streams held open. */
export async function load(report: Report, options: BenchmarkOptions): Promise<void> {
  await measureExecutions(report);
  await measureMemory(report, options);
  await measureStreams(report);
}
