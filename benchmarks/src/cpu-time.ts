/** Microseconds of processor time that this process takes for the work, its garbage collector's threads included. */
export async function measureCpuTime(work: () => Promise<void> | void): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
