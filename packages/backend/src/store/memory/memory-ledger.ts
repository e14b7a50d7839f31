import { dateOfDay } from "../../platform/time.ts";
import type {
  BeginOperation,
  BeginOutcome,
  NewOperation,
  Operation,
  Reservation,
  Settlement,
} from "../operation.ts";
import { consumes } from "../states.ts";
import type { UsagePeriod } from "../store.ts";

interface PeriodTally {
  used: number;
  reserved: number;
  byTool: Record<string, number>;
  byDay: Record<string, number>;
}

/** What calls cost: the quota's and the policies' counters, with what running calls have reserved. */
export class MemoryLedger {
  /** By organisation, then by period: a text made of both would be made again for every look. */
  readonly #periods = new Map<string, Map<string, PeriodTally>>();
  readonly #counters = new Map<string, { value: number; expiresAt: number | undefined }>();
  readonly #reservations = new Map<string, readonly Reservation[]>();

  /** What stands against the call, if anything does. */
  getRefusal(begin: BeginOperation): Extract<BeginOutcome, { outcome: "quota" | "policy" }> | undefined {
    const { operation, quota, reservations } = begin;
    const { used, reserved } = this.#tally(operation.organisation, operation.period);
    if (quota !== null && used + reserved >= quota) return { outcome: "quota", used: used + reserved };
    for (const { counter, add, limit, rule, currency } of reservations) {
      const isOver = (this.#counters.get(counter)?.value ?? 0) + add > limit;
      if (isOver) return { outcome: "policy", rule, limit, currency };
    }
    return undefined;
  }

  /** Takes all that the call needs. Only when nothing stands against it. */
  reserve({ operation, reservations }: BeginOperation): void {
    const tally = this.#tally(operation.organisation, operation.period);
    if (operation.verb === "send") this.#charge(tally, operation, 1);
    else tally.reserved += 1;
    if (reservations.length === 0) return;
    for (const { counter, add, expiresAt } of reservations) this.#add(counter, add, expiresAt);
    this.#reservations.set(operation.id, reservations);
  }

  /** Books the end of a call: `before` is the operation as it was, charged already when it was sent or unknown. */
  settle(before: Operation, state: Settlement["state"], charged: boolean): void {
    const tally = this.#tally(before.organisation, before.period);
    if (before.charged) {
      if (!charged) this.#charge(tally, before, -1);
    } else {
      tally.reserved -= 1;
      if (charged) this.#charge(tally, before, 1);
    }
    if (state === "unknown") return;
    for (const reservation of this.#reservations.get(before.id) ?? []) {
      if (!consumes(state, reservation)) this.#add(reservation.counter, -reservation.add);
    }
    this.#reservations.delete(before.id);
  }

  used(organisation: string, period: string): number {
    return this.#find(organisation, period)?.used ?? 0;
  }

  usage(organisation: string, period: string): UsagePeriod {
    const { used, byTool, byDay } = this.#find(organisation, period) ?? newTally();
    return { used, byTool: { ...byTool }, byDay: { ...byDay } };
  }

  /** Forgets the counters that expired before. */
  dropCounters(before: number): number {
    let dropped = 0;
    for (const [counter, { expiresAt }] of this.#counters) {
      if (expiresAt === undefined || expiresAt >= before) continue;
      this.#counters.delete(counter);
      dropped += 1;
    }
    return dropped;
  }

  #add(counter: string, amount: number, expiresAt?: number): void {
    const before = this.#counters.get(counter);
    // what is given back to a counter that was forgotten is given back to nobody
    if (before === undefined && amount < 0) return;
    const value = (before?.value ?? 0) + amount;
    if (value === 0) this.#counters.delete(counter);
    else this.#counters.set(counter, { value, expiresAt: before?.expiresAt ?? expiresAt });
  }

  #charge(tally: PeriodTally, operation: NewOperation, by: 1 | -1): void {
    tally.used += by;
    const day = dateOfDay(Math.floor(operation.createdAt / 86_400_000));
    tally.byTool[operation.tool] = (tally.byTool[operation.tool] ?? 0) + by;
    tally.byDay[day] = (tally.byDay[day] ?? 0) + by;
  }

  /** Reading leaves nothing behind: any month may be asked for. */
  #find(organisation: string, period: string): PeriodTally | undefined {
    return this.#periods.get(organisation)?.get(period);
  }

  #tally(organisation: string, period: string): PeriodTally {
    let periods = this.#periods.get(organisation);
    if (periods === undefined) {
      periods = new Map();
      this.#periods.set(organisation, periods);
    }
    let tally = periods.get(period);
    if (tally === undefined) {
      tally = newTally();
      periods.set(period, tally);
    }
    return tally;
  }
}

function newTally(): PeriodTally {
  return { used: 0, reserved: 0, byTool: {}, byDay: {} };
}
