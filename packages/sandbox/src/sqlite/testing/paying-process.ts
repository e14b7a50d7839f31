import { DatabaseSync } from "node:sqlite";
import { createSandbox } from "@codespar/sandbox-core";
import { openSession, pay } from "./api-client.ts";

/**
 * Pays under the keys `order-0`, `order-1` … and dies by SIGKILL at the n-th commit, before or after it:
 * `node paying-process.ts DIR N before|after`.
 */
const [data = "", at = "0", when = "before"] = process.argv.slice(2);

let commits = 0;
const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function countCommits(this: DatabaseSync, sql: string): void {
  const isLast = sql === "COMMIT" && ++commits === Number(at);
  if (isLast && when === "before") process.kill(process.pid, "SIGKILL");
  exec.call(this, sql);
  if (isLast) process.kill(process.pid, "SIGKILL");
};

const sandbox = createSandbox({ data });
const session = await openSession(sandbox);
process.stdout.write(`${session}\n`);
for (let order = 0; order < 4; order += 1) {
  await pay(sandbox, session, `order-${order}`, 1000 + order, order % 2 === 0 ? "execute" : "send");
}
await sandbox.settle();
await sandbox.close();
