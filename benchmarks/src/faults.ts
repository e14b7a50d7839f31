import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Report } from "./figure.ts";

interface Counts {
  runs: number;
  injected: number;
  duplicates: number;
  losses: number;
}

/** Every scene of the fault suite over every transport, counted at the simulated providers. `pnpm test:soak` goes on by chance. */
export async function faults({ figure, progress }: Report): Promise<void> {
  progress("every break of wire and provider, under every verb and transport");
  const suite = fileURLToPath(new URL("../../packages/conformance/src/faults/soak.ts", import.meta.url));
  // it ends with 1 when something went wrong, and the counts say what
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...process.execArgv,
    suite,
    "--seed",
    "0",
  ]).catch((error: { stdout: string }) => error);
  const { runs, injected, duplicates, losses }: Counts = JSON.parse(stdout);
  figure({
    name: "payments under faults",
    value: runs,
    unit: "runs",
    baseline: `${injected} faults injected`,
  });
  figure({ name: "paid more than once", value: duplicates, unit: "runs", target: { atMost: 0 } });
  figure({ name: "lost, or reported wrongly", value: losses, unit: "runs", target: { atMost: 0 } });
}
