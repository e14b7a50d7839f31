import type { Backend, Clock, SetupRecord, Store, Timers } from "@codespar/backend";
import { hashKey } from "@codespar/backend";
import { sleep } from "@codespar/contract";
import { setupOwner } from "./setup-records.ts";

const name = "first organisation";
/** Milliseconds that a process has to make the organisation before another takes over. */
const leaseMs = 30_000;
const pollMs = 200;

export interface FirstOrganisationOptions {
  store: Store;
  organisations: Backend["organisations"];
  clock: Clock;
  timers: Timers;
  /** The text of the first key, where it has to be kept before it works: called by the one process that makes it. */
  prepareKey?: (() => string) | undefined;
}

export interface FirstOrganisation {
  id: string;
  /** Its live key, in the process that made it and nowhere else. */
  apiKey?: string | undefined;
}

/** The id of the organisation that the gateway began with; undefined before its first start. */
export async function findFirstOrganisation(store: Store): Promise<string | undefined> {
  const record = await store.readRecordByName("setup", setupOwner, name);
  return record?.leaseUntil === null ? record.value : undefined;
}

/**
 * The organisation that the gateway begins with, on a plan without limits. Made at the first start, once, however many
 * processes start on an empty database.
 */
export async function ensureFirstOrganisation(options: FirstOrganisationOptions): Promise<FirstOrganisation> {
  const { store, organisations, clock, timers, prepareKey } = options;
  for (;;) {
    const found = await store.readRecordByName("setup", setupOwner, name);
    if (found?.leaseUntil === null) return { id: found.value };
    if (found !== undefined && (found.leaseUntil ?? 0) > clock.now()) {
      await sleep(timers, pollMs, undefined);
      continue;
    }
    const claim = await claimFrom(found);
    if (claim === undefined) continue;
    const made = await makeOrganisation();
    await store.replaceRecord("setup", { ...claim, value: made.id, leaseUntil: null });
    return made;
  }

  async function makeOrganisation(): Promise<FirstOrganisation> {
    const prepared = prepareKey?.();
    // an earlier start may have come this far: the key in the file is then an organisation's already
    const known = prepared === undefined ? undefined : await store.findApiKey(hashKey(prepared));
    if (typeof known?.organisation === "string") return { id: known.organisation, apiKey: prepared };
    const { organisation, apiKey } = await organisations.create({
      plan: "enterprise",
      keyName: "First key",
      apiKey: prepared,
    });
    return { id: organisation.id, apiKey };
  }

  /** Undefined when another process was faster. */
  async function claimFrom(found: SetupRecord | undefined): Promise<SetupRecord | undefined> {
    const leaseUntil = clock.now() + leaseMs;
    if (found !== undefined) {
      const taken = await store.replaceRecord("setup", { ...found, leaseUntil });
      return taken ? { ...found, leaseUntil, version: found.version + 1 } : undefined;
    }
    const record: SetupRecord = {
      id: "first-organisation",
      organisation: setupOwner,
      name,
      group: null,
      version: 1,
      value: "",
      leaseUntil,
    };
    return (await store.insertRecord("setup", record)) ? record : undefined;
  }
}
