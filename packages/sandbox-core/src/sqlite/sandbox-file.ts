import type { Keyring, Store } from "@codespar/backend";
import type { ProviderWebhook, Timers } from "@codespar/backend/ports";
import { providerWebhookJob } from "@codespar/backend/store";
import { addJob, openDataDirectory, sqliteStore } from "@codespar/node-runtime/sqlite";
import type { SimulationState } from "@codespar/providers/simulated";
import type { MovableClock } from "../controls/clock.ts";
import type { KnownKeys } from "../platform/record-seen-keys.ts";
import { simulatedTables } from "./simulated-tables.ts";
import { SqliteState } from "./sqlite-state.ts";

/** Everything of a sandbox that outlives its process. */
export interface SandboxFile {
  state: SimulationState;
  makeStore(): Store;
  keyring: Keyring;
  /** What the addresses of pages are made with; `initial` makes it when the directory is new. */
  pageSecret(initial: () => string): string;
  /** Hashes of the keys that were ever known here. */
  knownKeys: KnownKeys;
  /** How many times the directory was opened before: what is made again must not repeat what is there. */
  run: number;
  /** The same clock, going on from where it was moved to, and remembering where it is moved to. */
  keepClock(clock: MovableClock, isStanding: boolean): MovableClock;
  /** Takes a provider's webhook in, in the transaction that changed what it is about. */
  addWebhook(webhook: ProviderWebhook): void;
  close(): void;
}

/** Opens, or makes, the file of a sandbox in this directory. Several processes may share it. */
export function openSandboxFile(directory: string, timers: Timers): SandboxFile {
  const { sql, keyring } = openDataDirectory(directory, {
    name: "sandbox",
    program: "@codespar/sandbox",
    ifOlder: "It holds test data alone: delete the directory to start again, or choose another.",
    tables: simulatedTables,
  });

  /** The setting, written first if it is not there yet. */
  function setting(name: string, initial: () => string): string {
    return sql.transaction(() => {
      const found = sql.get("SELECT value FROM settings WHERE name = ?", name)?.value;
      if (found !== undefined) return String(found);
      const value = initial();
      sql.run("INSERT INTO settings VALUES (?, ?)", name, value);
      return value;
    });
  }

  function set(name: string, value: number): void {
    sql.run("INSERT OR REPLACE INTO settings VALUES (?, ?)", name, String(value));
  }

  const run = sql.transaction(() => {
    const before = Number(setting("runs", () => "0"));
    set("runs", before + 1);
    return before;
  });

  return {
    state: new SqliteState(sql),
    makeStore: () => sqliteStore(sql, timers),
    keyring,
    pageSecret: (initial) => setting("page secret", initial),
    knownKeys: {
      has: (hash) => sql.get("SELECT 1 FROM settings WHERE name = ?", `key ${hash}`) !== undefined,
      add: (hash) => sql.run("INSERT OR IGNORE INTO settings VALUES (?, '')", `key ${hash}`),
    },
    run,
    keepClock(clock, isStanding) {
      // a clock that stands is remembered by where, one that runs by how far it is ahead
      const name = isStanding ? "clock" : "clock ahead";
      const base = () => (isStanding ? 0 : Date.now());
      clock.moveTo(base() + Number(setting(name, () => "0")));
      return {
        now: clock.now,
        moveTo(now) {
          if (now <= clock.now()) return;
          clock.moveTo(now);
          set(name, now - base());
        },
      };
    },
    addWebhook: (webhook) => addJob(sql, providerWebhookJob(webhook)),
    close: () => sql.close(),
  };
}
