import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { argumentsText, callText, organisations, period, quota, responseText } from "./execution.ts";

interface PgbenchOptions {
  url: string;
  clients: number;
  seconds: number;
  way: "cold" | "warm";
  /** Keeps the ids of one run apart from those of the next. */
  round: number;
}

/** The statements of an execution as pgbench runs them, prepared. Returns executions a second. */
export async function runPgbench(
  pgbench: string,
  { url, clients, seconds, way, round }: PgbenchOptions,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "codespar-pgbench-"));
  try {
    const script = join(folder, "execution.sql");
    writeFileSync(script, getScript(way, round));
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

function getScript(way: "cold" | "warm", round: number): string {
  const id = `'tc_b${way}${round}_' || :client_id::int || '_' || :i::int`;
  // clients begin apart, as callers do
  const organisation = `((:i::int + :client_id::int * 31) % ${organisations})`;
  const owner = `'org_' || ${organisation}`;
  const session = `'ses_' || ${organisation} || '_' || (:i::int % 4)`;
  const hash = `lpad(${organisation}::text, 64, 'a')`;
  const fingerprint = "f".repeat(64);
  // pgbench takes a colon before a digit or letter for a variable of its own
  const text = (value: string) => `'${value.replaceAll("'", "''").replaceAll(/:(?=\w)/g, ": ")}'`;
  const attempt = text('{"provider": "asaas","outcome": "pending","at": "2026-03-10T12.00.00.000Z"}');
  const note = text(`{"connection": {"id": "conn_1","credentialsVersion": 1},"call": "${callText}"}`);
  const opening =
    way === "warm" ? "3, 9773144000000 + :i::int, true" : "NULL, 9773144000000 + :i::int, false";
  const open = `SELECT * FROM codespar.open_call_1(${hash}, NULL, ${session}, ${id}, '${period}');`;
  return `
\\set i :i + 1
${way === "cold" ? open : ""}
SELECT * FROM codespar.begin_operation_2(${id}, ${owner}, ${session},
  ${id}, '${fingerprint}', 'execute', 'codespar_pay', 'codespar', '{"order":"o-1"}', NULL, 15990, 'BRL',
  1773144000000, '${period}', ${text(argumentsText)}, 'dispatched', false, 9773144000000, ${quota}, '{}', '{}', '{}', '{}', '{}',
  '{}', NULL, NULL, '{}', NULL, 'asaas', ${owner}, ARRAY[${attempt}], 'asaas', 'pending', '2026-03-10T12.00.00.000Z',
  ${note}, ${opening});
SELECT * FROM codespar.settle_operation_1(${id}, 1, 'succeeded', true, 'asaas', NULL, 'succeeded', NULL, NULL, NULL, NULL, NULL,
  200, ${text(responseText)}, 1773144000000, 9007199254740991, true, true, true, '{}', '{}', '{}', '{}', '{}', '{}', '{}',
  '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}');
`;
}
