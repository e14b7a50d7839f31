/** Bytes that are still reachable. The benchmarks' processes run with --expose-gc. */
export async function heapUsed(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    // what a collection has freed may be let go of by a callback
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed;
}
