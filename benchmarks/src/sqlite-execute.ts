/**
 * `codespar_pay` in this process, in memory and in a directory, whose store holds what a crash must not lose.
 * `node --conditions=@codespar/source src/sqlite-execute.ts`
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";

const calls = 3000;
const directory = mkdtempSync(join(tmpdir(), "codespar-bench-"));
try {
  for (const [name, data] of [
    ["memory", undefined],
    ["directory", directory],
  ] as const) {
    const sandbox = createSandbox({ data });
    const codespar = new CodeSpar({ apiKey: "csk_test_bench", transport: sandbox.transport });
    const session = await codespar.sessions.create({ servers: ["asaas"] });
    const pay = {
      name: "codespar_pay",
      arguments: { method: "pix", amount: 5000, currency: "BRL" },
    } as const;
    for (let call = 0; call < 500; call += 1) await session.execute(pay);
    const before = process.cpuUsage();
    for (let call = 0; call < calls; call += 1) await session.execute(pay);
    const { user, system } = process.cpuUsage(before);
    console.log(`${name.padEnd(12)}${((user + system) / calls).toFixed(0)} µs processor time a call`);
    await sandbox.close();
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
