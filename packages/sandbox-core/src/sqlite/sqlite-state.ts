import type { JsonObject } from "@codespar/contract";
import type { SqlDatabase } from "@codespar/node-runtime/sqlite";
import { nextNumber, schema, tableNames } from "@codespar/node-runtime/sqlite";
import type { DocumentKey, DueWork, RecordedOperation, SimulationState } from "@codespar/providers/simulated";
import { simulatedTables } from "./simulated-tables.ts";

/** The simulated providers' state in the same file as the backend's store, though neither looks at the other's tables. */
export class SqliteState implements SimulationState {
  readonly #sql: SqlDatabase;

  constructor(sql: SqlDatabase) {
    this.#sql = sql;
  }

  get({ server, account, kind, id }: DocumentKey): JsonObject | undefined {
    return this.#sql.json(
      "SELECT row FROM simulated_documents WHERE server = ? AND account = ? AND kind = ? AND id = ?",
      server,
      account,
      kind,
      id,
    );
  }

  put({ server, account, kind, id }: DocumentKey, document: JsonObject): void {
    this.#sql.run(
      `INSERT INTO simulated_documents (server, account, kind, id, row) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET row = excluded.row`,
      server,
      account,
      kind,
      id,
      JSON.stringify(document),
    );
  }

  list(server: string, account: string, kind: string): JsonObject[] {
    return this.#sql.jsons(
      "SELECT row FROM simulated_documents WHERE server = ? AND account = ? AND kind = ? ORDER BY number",
      server,
      account,
      kind,
    );
  }

  findById(kind: string, id: string): { key: DocumentKey; document: JsonObject } | undefined {
    const found = this.#sql.get(
      "SELECT server, account, row FROM simulated_documents WHERE kind = ? AND id = ? ORDER BY number",
      kind,
      id,
    );
    if (found === undefined) return undefined;
    const key = { server: String(found.server), account: String(found.account), kind, id };
    return { key, document: JSON.parse(String(found.row)) };
  }

  listKind(kind: string): { key: DocumentKey; document: JsonObject }[] {
    const found = this.#sql.all(
      "SELECT server, account, id, row FROM simulated_documents WHERE kind = ? ORDER BY number DESC LIMIT 1000",
      kind,
    );
    return found.map(({ server, account, id, row }) => ({
      key: { server: String(server), account: String(account), kind, id: String(id) },
      document: JSON.parse(String(row)),
    }));
  }

  listById(kind: string, id: string): { key: DocumentKey; document: JsonObject }[] {
    return this.#sql
      .all(
        "SELECT server, account, row FROM simulated_documents WHERE kind = ? AND id = ? ORDER BY number",
        kind,
        id,
      )
      .map(({ server, account, row }) => ({
        key: { server: String(server), account: String(account), kind, id },
        document: JSON.parse(String(row)),
      }));
  }

  schedule(work: DueWork): void {
    this.#sql.run(
      "INSERT INTO simulated_due (due_at, id, row) VALUES (?, ?, ?)",
      work.at,
      work.id,
      JSON.stringify(work),
    );
  }

  takeDue(now: number): DueWork | undefined {
    return this.#sql.json(
      `DELETE FROM simulated_due WHERE number =
         (SELECT number FROM simulated_due WHERE due_at <= ? ORDER BY due_at, id, number LIMIT 1) RETURNING row`,
      now,
    );
  }

  nextDueAt(): number | undefined {
    return this.#sql.number("SELECT MIN(due_at) AS value FROM simulated_due");
  }

  recordOperation(server: string, operationId: string, record: RecordedOperation): void {
    const row = JSON.stringify(record);
    this.#sql.run("INSERT OR REPLACE INTO simulated_operations VALUES (?, ?, ?)", server, operationId, row);
  }

  findOperation(server: string, operationId: string): RecordedOperation | undefined {
    return this.#sql.json(
      "SELECT row FROM simulated_operations WHERE server = ? AND operation = ?",
      server,
      operationId,
    );
  }

  nextNumber(series: string): number {
    return nextNumber(this.#sql, `simulated ${series}`);
  }

  transaction<Result>(work: () => Result): Result {
    return this.#sql.transaction(work);
  }

  /** Forgets everything in the file, the store's rows too: a sandbox is reset as a whole. */
  clear(): void {
    this.#sql.transaction(() => {
      for (const table of tableNames(schema + simulatedTables)) this.#sql.run(`DELETE FROM ${table}`);
    });
  }
}
