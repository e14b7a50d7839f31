import type { BeginOperation, BeginOutcome, Store } from "@codespar/backend";
import { keepsKey, start } from "@codespar/backend/store";
import pg from "pg";

/**
 * The store as the software of schema 1 used the database, frozen: it called `begin_operation_1`, and noted the dispatch by
 * itself. For processes of the version before in a test; never changed.
 */
export function asVersion1(store: Store, url: string): Store & { close(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on("error", () => {});
  const statement = `SELECT * FROM codespar.begin_operation_1(${Array.from({ length: 29 }, (_, index) => `$${index + 1}`).join(", ")})`;

  async function beginOperation(begin: BeginOperation): Promise<BeginOutcome> {
    const { operation, quota, reservations } = begin;
    const started = start({ operation, leaseUntil: begin.leaseUntil });
    for (let replaces: string | null = null; ; ) {
      const found: pg.QueryResult<{ outcome: string; held: string | null }> = await pool.query(statement, [
        started.id,
        started.organisation,
        started.sessionId,
        started.key,
        started.fingerprint,
        started.verb,
        started.tool,
        started.server,
        JSON.stringify(started.metadata),
        started.userId,
        started.amount,
        started.currency,
        started.createdAt,
        started.period,
        started.arguments,
        started.state,
        started.charged,
        started.leaseUntil,
        quota,
        reservations.map(({ counter }) => counter),
        reservations.map(({ add }) => add),
        reservations.map(({ limit }) => limit),
        reservations.map(({ currency }) => currency !== undefined),
        reservations.map(({ expiresAt }) => expiresAt ?? null),
        reservations.map((_, index) => index + 1),
        null,
        null,
        "{}",
        replaces,
      ]);
      const { outcome, held } = found.rows[0] ?? { outcome: "held", held: null };
      if (outcome === "started" || held === started.id) return { outcome: "started", operation: started };
      if (outcome !== "held") throw new Error(`Version 1 did not begin: ${outcome}.`);
      if (held === null) continue;
      const earlier = await store.findOperation(held);
      if (earlier !== undefined && keepsKey(earlier, begin.keysSince))
        return { outcome: "joined", operation: earlier };
      replaces = held;
    }
  }

  return {
    ...store,
    beginsDispatched: false,
    openCall: undefined,
    beginOperation,
    async close() {
      await Promise.all([store.close(), pool.end()]);
    },
  };
}
