import { hashKey, type Keyring, type SetupRecord } from "@codespar/backend";
import { setupOwner } from "../organisations/setup-records.ts";
import type { Storage } from "./storage.ts";

const name = "master key";

/**
 * Remembers which master key is in use, by a hash, and refuses a keyring without it: what it opens would be lost, and new
 * secrets would be encrypted with another. A keyring whose first key is new, and that has the old one too, rotates.
 */
export async function checkMasterKey({ store, keyring }: Pick<Storage, "keyring" | "store">): Promise<void> {
  const current = computeFingerprint(keyring, keyring.current);
  for (;;) {
    const found = await store.readRecordByName("setup", setupOwner, name);
    if (found?.value === current) return;
    if (found === undefined) {
      const record: SetupRecord = {
        id: "master-key",
        organisation: setupOwner,
        name,
        group: null,
        version: 1,
        value: current,
        leaseUntil: null,
      };
      if (await store.insertRecord("setup", record)) return;
    } else {
      const known = Object.keys(keyring.keys).map((id) => computeFingerprint(keyring, id));
      if (!known.includes(found.value)) throw wrongKey();
      if (await store.replaceRecord("setup", { ...found, value: current })) return;
    }
  }
}

/** Distinguishes keys and gives none away: 256 random bits cannot be guessed from their hash. */
function computeFingerprint({ keys }: Keyring, id: string): string {
  return hashKey(`master key ${keys[id] ?? ""}`).slice(0, 32);
}

function wrongKey(): Error {
  return new Error(
    "The master key is not the one that this database was made with. Restore it; to rotate, put the new key in front of the old one and keep both.",
  );
}
