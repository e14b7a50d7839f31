import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { argumentsText, quota, responseText } from "./execution.ts";

interface PgbenchOptions {
  url: string;
  clients: number;
  seconds: number;
  /** Keeps the ids of one run apart from those of the next. */
  round: number;
}

/** The statements of an execution as pgbench runs them, prepared. Returns executions a second. */
export async function runPgbench(
  pgbench: string,
  { url, clients, seconds, round }: PgbenchOptions,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "codespar-pgbench-"));
  try {
    const script = join(folder, "execution.sql");
    writeFileSync(script, getScript(round));
    const given = [
      "-n",
      "-M",
      "prepared",
      "-c",
      String(clients),
      "-j",
      "2",
      "-T",
      String(seconds),
      "-D",
      "i=0",
    ];
    const { stdout } = await promisify(execFile)(pgbench, [...given, "-f", script, url]);
    const [, perSecond] = /^tps = ([\d.]+)/m.exec(stdout) ?? [];
    if (perSecond === undefined) throw new Error(`pgbench gave no figure:\n${stdout}`);
    return Number(perSecond);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function getScript(round: number): string {
  const id = `'tc_b${round}_' || :client_id::int || '_' || :i::int`;
  const organisation = "'org_' || :i::int % 1000";
  const fingerprint = "f".repeat(64);
  // pgbench takes a colon before a digit or letter for a variable of its own
  const text = (value: string) => `'${value.replaceAll("'", "''").replaceAll(/:(?=\w)/g, ": ")}'`;
  return `
\\set i :i + 1
SELECT * FROM codespar.begin_operation_1(${id}, ${organisation}, 'ses_b' || :client_id::int || '_' || :i::int / 8,
  ${id}, '${fingerprint}', 'execute', 'codespar_pay', 'codespar', '{"tenant_id":"t1"}', NULL, 15990, 'BRL',
  1773144000000, '2026-03', ${text(argumentsText)}, 'running', false, 9773144000000, ${quota}, '{}', '{}', '{}', '{}', '{}',
  '{}', NULL, NULL, '{}', NULL, NULL, NULL, '{}', NULL, NULL, NULL, NULL);
UPDATE codespar.operations_open SET state = 'dispatched', provider = 'asaas', account = ${organisation},
    lease_until = 9773144000000, attempts = array_append(attempts, '{"provider":"asaas","outcome":"pending","at":"2026-03-10T12.00.00.000Z"}'),
    last_provider = 'asaas', last_outcome = 'pending', last_at = '2026-03-10T12.00.00.000Z', dispatched = '{"connection": null,"call": null}'
  WHERE id = ${id} AND lease = 1 AND state IN ('queued', 'running', 'dispatched') RETURNING 1;
SELECT * FROM codespar.settle_operation_1(${id}, 1, 'succeeded', true, 'asaas', NULL, 'succeeded', NULL, NULL, NULL, NULL, NULL,
  200, ${text(responseText)}, 1773144000000, 9007199254740991, true, true, true, '{}', '{}', '{}', '{}', '{}', '{}', '{}',
  '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}');
`;
}
