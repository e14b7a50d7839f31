/**
 * What it costs to look a key up, and to begin a call, with ever more keys in the store.
 * `node --conditions=@codespar/source src/idempotency-keys.ts [most keys, 1000000 by default]`
 */
import { type BeginOperation, memoryStore } from "@codespar/backend";

const most = Number(process.argv[2] ?? 1_000_000);
const now = Date.UTC(2026, 2, 10, 12);
const keysSince = now - 86_400_000;
const store = memoryStore();
const rounds = 20_000;

function call(number: number): BeginOperation {
  return {
    operation: {
      id: `tc_${String(number).padStart(10, "0")}`,
      organisation: "org_a",
      sessionId: "ses_a",
      key: `order-${number}`,
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

let count = 0;

async function begin(): Promise<void> {
  const begun = await store.beginOperation(call(count));
  if (begun.outcome !== "started") throw new Error(`Call ${count} did not start.`);
  const { id, lease } = begun.operation;
  await store.settleOperation(id, lease, {
    state: "succeeded",
    provider: "asaas",
    error: null,
    answer: { status: 200, body: "{}" },
    completedAt: now,
    events: [],
    documents: [],
  });
  count += 1;
}

/** Processor time of one turn in microseconds: the wall clock would tell of the machine's other work. */
async function cost(turns: number, work: (turn: number) => Promise<unknown>): Promise<string> {
  const before = process.cpuUsage();
  for (let turn = 0; turn < turns; turn += 1) await work(turn);
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / turns).toFixed(2);
}

console.log("keys        lookup µs   miss µs   begin and settle µs");
for (let size = 1000; size <= most; size *= 10) {
  while (count < size) await begin();
  // far apart, as repeats come; the multiplier is prime to every size
  const key = (turn: number) => `order-${(turn * 7919) % size}`;
  const hit = await cost(rounds, async (turn) => {
    const found = await store.findOperationByKey("org_a", key(turn), keysSince);
    if (found === undefined) throw new Error(`Key ${key(turn)} is lost.`);
  });
  const miss = await cost(rounds, (turn) => store.findOperationByKey("org_a", `none-${turn}`, keysSince));
  const started = await cost(rounds, begin);
  console.log(`${String(size).padEnd(12)}${hit.padEnd(12)}${miss.padEnd(10)}${started}`);
}
