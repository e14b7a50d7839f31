import { type BeginOperation, memoryStore } from "@codespar/backend";
import { measureCpuTime } from "./cpu-time.ts";
import type { Report } from "./figure.ts";
import { median } from "./median.ts";

const most = 1_000_000;
const now = Date.UTC(2026, 2, 10, 12);
const keysSince = now - 86_400_000;
const lookups = 20_000;
const flat = { atMost: 1.25 };

interface Cost {
  /** Microseconds of CPU time. */
  hit: number;
  miss: number;
  begin: number;
  /** The same lookups in a Map that holds as many keys, and nothing else. */
  mapHit: number;
  mapMiss: number;
}

/** What it costs to look an idempotency key up, and to begin and end a call, with ever more keys in the store. */
export async function idempotencyKeys({ figure, progress }: Report): Promise<void> {
  const store = memoryStore();
  const map = new Map<string, object>();
  let count = 0;

  async function begin(): Promise<void> {
    const begun = await store.beginOperation(call(count));
    if (begun.outcome !== "started") throw new Error(`Call ${count} did not start.`);
    const { id, lease } = begun.operation;
    await store.settleOperation(id, lease, {
      state: "succeeded",
      provider: "asaas",
      error: null,
      response: { status: 200, body: "{}" },
      completedAt: now,
      events: [],
      documents: [],
    });
    map.set(getKey(count), begun.operation);
    count += 1;
  }

  async function costAt(size: number): Promise<Cost> {
    progress(`${size} of ${most} keys`);
    while (count < size) await begin();
    // far apart, as repeats come; the multiplier is prime to every size
    const keys = Array.from({ length: lookups }, (_, turn) => getKey((turn * 7919) % size));
    const others = keys.map((key) => `none-${key}`);
    const rounds: Omit<Cost, "begin">[] = [];
    for (let round = 0; round < 7; round += 1) {
      rounds.push({
        hit: await getCost(keys, async (key) => {
          if ((await store.findOperationByKey("org_a", key, keysSince)) === undefined)
            throw new Error(`Key ${key} is lost.`);
        }),
        miss: await getCost(others, (key) => store.findOperationByKey("org_a", key, keysSince)),
        mapHit: await getCost(keys, async (key) => map.get(key)),
        mapMiss: await getCost(others, async (key) => map.get(key)),
      });
    }
    const middle = (name: keyof Omit<Cost, "begin">) => median(rounds.map((round) => round[name]));
    return {
      hit: middle("hit"),
      miss: middle("miss"),
      mapHit: middle("mapHit"),
      mapMiss: middle("mapMiss"),
      begin: await getCost(keys, begin),
    };
  }

  await costAt(1_000); // compiles
  const few = await costAt(lookups);
  const many = await costAt(most);
  for (const [name, bare, what] of [
    ["hit", "mapHit", "known"],
    ["miss", "mapMiss", "new"],
  ] as const) {
    figure({
      name: `a ${what} key, looked up among ${most}`,
      value: many[name] / many[bare] / (few[name] / few[bare]),
      unit: `times among ${lookups}`,
      target: flat,
      baseline: `both in lookups of a Map of as many: ${many[name].toFixed(2)} µs to its ${many[bare].toFixed(2)} µs`,
    });
  }
  figure({
    name: `beginning and ending a call in the store, with ${most} keys`,
    value: many.begin,
    unit: "µs",
    baseline: `${few.begin.toFixed(1)} µs with ${lookups} keys`,
  });
}

async function getCost(keys: readonly string[], work: (key: string) => Promise<unknown>): Promise<number> {
  const total = await measureCpuTime(async () => {
    for (const key of keys) await work(key);
  });
  return total / keys.length;
}

function getKey(number: number): string {
  return `order-${number}`;
}

function call(number: number): BeginOperation {
  return {
    operation: {
      id: `tc_${String(number).padStart(10, "0")}`,
      organisation: "org_a",
      sessionId: "ses_a",
      key: getKey(number),
      fingerprint: "0".repeat(64),
      verb: "execute",
      tool: "codespar_pay",
      server: "codespar",
      metadata: {},
      userId: null,
      amount: 5000,
      currency: "BRL",
      createdAt: now,
      period: "2026-03",
      arguments: null,
    },
    leaseUntil: now + 35_000,
    quota: null,
    reservations: [],
    keysSince,
  };
}
