import { setTimeout as pause } from "node:timers/promises";
import { postgresStore } from "../postgres-store.ts";
import { testProvider } from "../testing/test-provider.ts";
import { request, resume } from "./work.ts";

/**
 * A process of the tests: makes requests under keys that it draws from a series, and takes over what others left. Says
 * "." after each piece of work. Ends when its standard input does.
 */
const [url = "", keys = "0", clockError = "0"] = process.argv.slice(2);
const store = await postgresStore({
  url,
  maxConnections: 4,
  clock: { now: () => Date.now() + Number(clockError) },
});
const provider = testProvider(url);
let isEnding = false;
process.stdin.on("end", () => {
  isEnding = true;
});
process.stdin.resume();

async function work(): Promise<void> {
  while (!isEnding) {
    const resumed = await resume(store, provider);
    const number = await store.nextNumber("requests");
    const key = (number % Number(keys)) + 1;
    if (number <= Number(keys) * 2) await request(store, provider, key, number);
    else if (resumed === 0) await pause(20);
    process.stdout.write(".");
  }
}

await Promise.all([work(), work(), work()]);
await Promise.all([store.close(), provider.close()]);
