import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { hasPostgres, temporaryDatabase } from "@codespar/postgres/testing";
import { expect, it } from "vitest";

const run = promisify(execFile);

/** The example as one runs it, with nothing but these variables. */
async function runExample(environment: Record<string, string> = {}): Promise<string> {
  const { stdout } = await run(
    process.execPath,
    ["--conditions=@codespar/source", "--disable-warning=ExperimentalWarning", "src/main.ts"],
    {
      cwd: new URL("..", import.meta.url),
      env: { PATH: process.env.PATH ?? "", ...environment },
      timeout: 110_000,
    },
  );
  return stdout;
}

const end =
  /charged R\$ 159,90: pay_\w+ is pending\npaid: payment\.confirmed for pay_\w+\ninvoiced: NF-e 1 is authorized, \d{44}\n$/;

it("goes from a clone to a Pix that is paid and invoiced, on SQLite", { timeout: 120_000 }, async () => {
  const printed = await runExample();
  expect(printed).toContain("kept in SQLite\nconnected asaas\nconnected nuvem-fiscal\n");
  expect(printed).toMatch(end);
});

it.runIf(hasPostgres("the gateway's example on PostgreSQL"))(
  "and on PostgreSQL, where everything is found afterwards",
  { timeout: 120_000 },
  async () => {
    await using database = await temporaryDatabase({ isEmpty: true });
    const printed = await runExample({
      DATABASE_URL: database.url,
      CODESPAR_MASTER_KEY: `2026-04:${Buffer.alloc(32, 4).toString("base64")}`,
    });
    expect(printed).toContain("kept in PostgreSQL\n");
    expect(printed).toMatch(end);
    const calls = await database.query(
      "SELECT tool, provider, state FROM codespar.operations_log ORDER BY id",
    );
    expect(calls).toEqual([
      { tool: "codespar_pay", provider: "asaas", state: "succeeded" },
      { tool: "codespar_invoice", provider: "nuvem-fiscal", state: "succeeded" },
    ]);
  },
);
