import { setTimeout as pause } from "node:timers/promises";
import { DatabaseError } from "../database/database-error.ts";
import { storeOfSchema } from "../postgres-store.ts";
import { schemaVersion } from "../schema/migrations.ts";
import { testProvider } from "../testing/test-provider.ts";
import { asVersion1 } from "../testing/version-1.ts";
import { request, resume } from "./work.ts";

export interface WorkerOptions {
  url: string;
  /** Of the provider's own database. */
  providerUrl: string;
  /** So many keys are there. */
  keys: number;
  /** Milliseconds by which this process's clock is wrong. */
  clockError: number;
  /** Of the software. */
  schema: number;
}

/**
 * A process of the tests: makes requests under keys that it draws from a series, and takes over what others left. Says
 * "." after each piece of work. Ends when its standard input does.
 */
// written by the test
const { url, providerUrl, keys, clockError, schema } = JSON.parse(process.argv[2] ?? "{}") as WorkerOptions;
const opened = await open();
const store = schema < schemaVersion ? asVersion1(opened, url) : opened;
const provider = testProvider(providerUrl);
let isEnding = false;
process.stdin.on("end", () => {
  isEnding = true;
});
process.stdin.resume();

async function open(): ReturnType<typeof storeOfSchema> {
  const clock = { now: () => Date.now() + clockError };
  for (;;) {
    try {
      return await storeOfSchema({ url, maxConnections: 4, clock }, schema);
    } catch (error) {
      await goOnAfter(error);
    }
  }
}

/** A database that is away for a while is no reason to end. */
async function goOnAfter(error: unknown): Promise<void> {
  if (!(error instanceof DatabaseError) || !error.isTemporary) throw error;
  await pause(100);
}

async function work(): Promise<void> {
  while (!isEnding) {
    try {
      const resumed = await resume(store, provider);
      const number = await store.nextNumber("requests");
      const key = (number % keys) + 1;
      if (number <= keys * 2) await request(store, provider, key, number);
      else if (resumed === 0) await pause(20);
      process.stdout.write(".");
    } catch (error) {
      await goOnAfter(error);
    }
  }
}

await Promise.all([work(), work(), work()]);
await Promise.all([store.close(), provider.close()]);
