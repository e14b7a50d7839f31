import type {
  BeginOperation,
  BeginOutcome,
  NewOperation,
  Operation,
  Reservation,
  Settlement,
  UsagePeriod,
} from "@codespar/backend";
import { consumes } from "@codespar/backend/store";
import type { SqlDatabase } from "./sql-database.ts";

/** What calls cost, in the caller's transaction. */
export class SqliteLedger {
  readonly #sql: SqlDatabase;

  constructor(sql: SqlDatabase) {
    this.#sql = sql;
  }

  getRefusal(begin: BeginOperation): Extract<BeginOutcome, { outcome: "quota" | "policy" }> | undefined {
    const { operation, quota, reservations } = begin;
    if (quota !== null) {
      const { organisation, period } = operation;
      const used = this.used(organisation, period) + this.#tally(organisation, period, "reserved", "");
      if (used >= quota) return { outcome: "quota", used };
    }
    for (const { counter, add, limit, rule, currency } of reservations) {
      const reached = this.#sql.number("SELECT value FROM counters WHERE name = ?", counter) ?? 0;
      if (reached + add > limit) return { outcome: "policy", rule, limit, currency };
    }
    return undefined;
  }

  reserve({ operation, reservations }: BeginOperation): void {
    if (operation.verb === "send") this.#charge(operation, 1);
    else this.#count(operation, "reserved", "", 1);
    if (reservations.length === 0) return;
    for (const { counter, add, expiresAt } of reservations) this.#add(counter, add, expiresAt);
    this.#sql.run("INSERT INTO reservations VALUES (?, ?)", operation.id, JSON.stringify(reservations));
  }

  settle(before: Operation, state: Settlement["state"], charged: boolean): void {
    if (before.charged) {
      if (!charged) this.#charge(before, -1);
    } else {
      this.#count(before, "reserved", "", -1);
      if (charged) this.#charge(before, 1);
    }
    if (state === "unknown") return;
    const taken = this.#sql.json<Reservation[]>(
      "SELECT row FROM reservations WHERE operation = ?",
      before.id,
    );
    if (taken === undefined) return;
    for (const reservation of taken) {
      if (!consumes(state, reservation)) this.#add(reservation.counter, -reservation.add);
    }
    this.#sql.run("DELETE FROM reservations WHERE operation = ?", before.id);
  }

  used(organisation: string, period: string): number {
    return this.#tally(organisation, period, "used", "");
  }

  usage(organisation: string, period: string): UsagePeriod {
    return {
      used: this.used(organisation, period),
      byTool: this.#counts(organisation, period, "tool"),
      byDay: this.#counts(organisation, period, "day"),
    };
  }

  #counts(organisation: string, period: string, kind: string): Record<string, number> {
    const rows = this.#sql.all(
      "SELECT name, value FROM tallies WHERE organisation = ? AND period = ? AND kind = ?",
      organisation,
      period,
      kind,
    );
    return Object.fromEntries(rows.map(({ name, value }) => [String(name), Number(value)]));
  }

  #tally(organisation: string, period: string, kind: string, name: string): number {
    const sql = "SELECT value FROM tallies WHERE organisation = ? AND period = ? AND kind = ? AND name = ?";
    return this.#sql.number(sql, organisation, period, kind, name) ?? 0;
  }

  #charge(operation: NewOperation, by: 1 | -1): void {
    this.#count(operation, "used", "", by);
    this.#count(operation, "tool", operation.tool, by);
    this.#count(operation, "day", new Date(operation.createdAt).toISOString().slice(0, 10), by);
  }

  #count({ organisation, period }: NewOperation, kind: string, name: string, by: number): void {
    this.#sql.run(
      `INSERT INTO tallies VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET value = value + excluded.value`,
      organisation,
      period,
      kind,
      name,
      by,
    );
  }

  #add(counter: string, by: number, expiresAt?: number): void {
    // what is given back to a counter that was forgotten is given back to nobody
    if (by < 0) {
      this.#sql.run("UPDATE counters SET value = value + ? WHERE name = ?", by, counter);
      return;
    }
    this.#sql.run(
      "INSERT INTO counters VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = value + excluded.value",
      counter,
      by,
      expiresAt ?? null,
    );
  }
}
