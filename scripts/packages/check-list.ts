/** Runs checks one after the other, goes on after a failure, and reports at the end. */
export function checkList() {
  let passed = 0;
  const failures: string[] = [];
  return {
    async check(title: string, work: () => unknown): Promise<void> {
      try {
        const note = await work();
        passed += 1;
        console.log(`✓ ${title}${typeof note === "string" ? `: ${note}` : ""}`);
      } catch (error) {
        failures.push(title);
        console.error(`✗ ${title}\n${error instanceof Error ? error.message : String(error)}`);
      }
    },
    /** Prints the sum; a failure fails the process. */
    finish(): void {
      for (const title of failures) console.error(`failed: ${title}`);
      console.log(`${passed} passed, ${failures.length} failed`);
      if (failures.length > 0) process.exitCode = 1;
    },
  };
}
