import { isRepeatableCall } from "../api/read-tool-call.ts";
import { deferred } from "../stream/deferred.ts";

/** Arguments that name something that is there already, such as `payment_id`. */
const idName = /(?:^id|_id|Id)$/;

/** Calls under way that name one thing. */
interface UnderWay {
  reads: Set<Promise<void>>;
  writes: Set<Promise<void>>;
}

/** A call's place in the order. */
export interface Turn {
  /** What it has to wait for; undefined when that is nothing. */
  after: Promise<unknown> | undefined;
  /** To be called when it has ended, or a stream of it has begun. */
  onEnd: () => void;
}

/**
 * Keeps calls about one thing in the order in which they are made: a write waits for the reads before it, and a read for the
 * writes. Requests overtake each other on the way, so that a cancellation would be seen by a read that came before it. Everything
 * else goes at once.
 */
export class CallOrder {
  readonly #underWay = new Map<string, UnderWay>();

  take(call: unknown): Turn {
    const ids = getIds(call);
    if (ids.length === 0) return { after: undefined, onEnd() {} };
    const isRead = isReading(call);
    const { promise, resolve } = deferred<void>();
    const earlier: Promise<void>[] = [];
    for (const id of ids) {
      const { reads, writes } = this.#of(id);
      earlier.push(...(isRead ? writes : reads));
      (isRead ? reads : writes).add(promise);
    }
    return {
      after: earlier.length === 0 ? undefined : Promise.all(earlier),
      onEnd: () => {
        for (const id of ids) this.#remove(id, promise);
        resolve();
      },
    };
  }

  #of(id: string): UnderWay {
    const underWay = this.#underWay.get(id) ?? { reads: new Set(), writes: new Set() };
    this.#underWay.set(id, underWay);
    return underWay;
  }

  #remove(id: string, promise: Promise<void>): void {
    const { reads, writes } = this.#of(id);
    reads.delete(promise);
    writes.delete(promise);
    if (reads.size + writes.size === 0) this.#underWay.delete(id);
  }
}

function getIds(call: unknown): string[] {
  // a call that is none is refused when it is sent
  const { arguments: args }: { arguments?: unknown } = Object(call);
  return Object.entries(Object(args)).flatMap(([key, value]) =>
    idName.test(key) && typeof value === "string" ? [value] : [],
  );
}

function isReading(call: unknown): boolean {
  const { name, arguments: args }: { name?: unknown; arguments?: unknown } = Object(call);
  return isRepeatableCall(String(name), args);
}
