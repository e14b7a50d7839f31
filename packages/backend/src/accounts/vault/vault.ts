import type { Clock, IdSource } from "../../ports/clock.ts";
import type { SecretOwner, Vault } from "../../ports/vault.ts";
import type { DataKeyRecord } from "../../store/record.ts";
import type { Store } from "../../store/store.ts";
import { decrypt, encrypt } from "./encrypt.ts";
import { type Keyring, masterKey } from "./keyring.ts";

const recordName = "data_key";
/** Organisations whose wrapped keys are remembered. */
const mostKnown = 10_000;

export interface VaultOptions {
  store: Store;
  clock: Clock;
  ids: IdSource;
  keyring: Keyring;
}

/** The vault over a store. Secrets and data keys are in the clear only inside one call. */
export function createVault({ store, clock, ids, keyring }: VaultOptions): Vault {
  /** By organisation, the data key as it is stored: wrapped, so that it is of no use by itself. */
  const known = new Map<string, DataKeyRecord>();

  return {
    async encrypt(owner, secret) {
      const key = await dataKey(owner.organisation);
      return encrypt(key, new TextEncoder().encode(secret), getContext(owner));
    },
    async decrypt(owner, encrypted) {
      const key = await dataKey(owner.organisation);
      return new TextDecoder().decode(await decrypt(key, encrypted, getContext(owner)));
    },
  };

  async function dataKey(organisation: string): Promise<Uint8Array<ArrayBuffer>> {
    const remembered = known.get(organisation);
    // one that another process has wrapped with another master key is read again
    if (remembered !== undefined && Object.hasOwn(keyring.keys, remembered.masterKeyId))
      return unwrap(remembered);
    const record =
      (await store.readRecordByName("data_key", organisation, recordName)) ??
      (await makeDataKey(organisation));
    const key = await unwrap(record);
    if (record.masterKeyId !== keyring.current) await rewrap(record, key);
    else remember(record);
    return key;
  }

  function unwrap({ organisation, masterKeyId, wrapped }: DataKeyRecord): Promise<Uint8Array<ArrayBuffer>> {
    return decrypt(masterKey(keyring, masterKeyId), wrapped, wrappingContext(organisation));
  }

  function remember(record: DataKeyRecord): void {
    if (known.size >= mostKnown) known.clear();
    known.set(record.organisation, record);
  }

  async function makeDataKey(organisation: string): Promise<DataKeyRecord> {
    const record: DataKeyRecord = {
      id: ids.next("dk"),
      organisation,
      name: recordName,
      group: null,
      version: 1,
      masterKeyId: keyring.current,
      wrapped: await wrap(organisation, crypto.getRandomValues(new Uint8Array(32))),
      createdAt: clock.now(),
    };
    if (await store.insertRecord("data_key", record)) return record;
    // another call was faster: its key is the one
    const made = await store.readRecordByName("data_key", organisation, recordName);
    if (made === undefined) throw new Error("The organisation's data key was neither made nor found.");
    return made;
  }

  /** A rotated master key takes over when a secret is next used; the secrets themselves stay as they are. */
  async function rewrap(record: DataKeyRecord, key: Uint8Array<ArrayBuffer>): Promise<void> {
    const wrapped = await wrap(record.organisation, key);
    await store.replaceRecord("data_key", { ...record, wrapped, masterKeyId: keyring.current });
  }

  function wrap(organisation: string, key: Uint8Array<ArrayBuffer>): Promise<string> {
    return encrypt(masterKey(keyring, keyring.current), key, wrappingContext(organisation));
  }
}

function getContext({ organisation, record, purpose }: SecretOwner): string {
  return JSON.stringify([organisation, record, purpose]);
}

function wrappingContext(organisation: string): string {
  return JSON.stringify(["data key", organisation]);
}
