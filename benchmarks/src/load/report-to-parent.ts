/** What a measured process has taken so far. */
export interface ProcessCost {
  /** Microseconds of processor time, system and garbage collector included. */
  cpu: number;
  /** Bytes that are reachable, after a collection. */
  heap: number;
  /** Bytes of the process, sockets' buffers outside the heap included. */
  resident: number;
}

/** Reports to the parent what this process used, whenever asked, and ends when the parent does. */
export function reportToParent(): void {
  process.on("message", () => {
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const { heapUsed, rss } = process.memoryUsage();
    const cost: ProcessCost = { cpu: user + system, heap: heapUsed, resident: rss };
    process.send?.(cost);
  });
  process.on("disconnect", () => process.exit());
}
