import type { ApiKey, Organisation } from "@codespar/backend";
import { describe, expect, it } from "vitest";
import { type PostgresStore, postgresStore } from "../postgres-store.ts";
import { hasPostgres, temporaryDatabase } from "../testing.ts";

const organisation = (id: string): Organisation => ({
  id,
  plan: "growth",
  overageEnabled: false,
  livemode: true,
  createdAt: 1,
});

const apiKey = (owner: string): ApiKey => ({
  id: `key_${owner}`,
  organisation: owner,
  hash: `hash ${owner}`,
  name: "First key",
  prefix: "csk_live_",
  last4: "abcd",
  scopes: null,
  createdAt: 1,
  lastUsedAt: null,
  previousHash: null,
  previousExpiresAt: null,
  expiresAt: null,
  revokedAt: null,
});

const key = (fill: number) => Buffer.alloc(32, fill).toString("base64");

async function withStores(count: number, test: (stores: PostgresStore[]) => Promise<void>): Promise<void> {
  await using database = await temporaryDatabase();
  const stores = await Promise.all(Array.from({ length: count }, () => postgresStore({ url: database.url })));
  try {
    await test(stores);
  } finally {
    await Promise.all(stores.map((store) => store.close()));
  }
}

describe.runIf(hasPostgres("the first organisation"))("createFirstOrganisation", () => {
  it("makes one organisation with one key, however many processes start on an empty database", async () => {
    await withStores(4, async (stores) => {
      const results = await Promise.all(
        stores.map((store, index) =>
          store.createFirstOrganisation(organisation(`org_${index}`), apiKey(`org_${index}`)),
        ),
      );
      const [winner, ...others] = results.filter(({ isCreated }) => isCreated);
      expect(others).toEqual([]);
      expect(new Set(results.map((result) => result.organisation))).toEqual(new Set([winner?.organisation]));
      const [store] = stores;
      const id = winner?.organisation ?? "";
      expect(await store?.readOrganisation(id)).toEqual(organisation(id));
      expect(await store?.findApiKey(`hash ${id}`)).toEqual(apiKey(id));
      expect((await store?.listApiKeys(id, { limit: 9 }))?.rows).toHaveLength(1);
    });
  });
});

describe.runIf(hasPostgres("master keys"))("checkMasterKeys", () => {
  it("takes the same keys again and again, and keeps neither them nor a plain hash", async () => {
    await using database = await temporaryDatabase();
    const store = await postgresStore({ url: database.url });
    for (let times = 0; times < 3; times += 1)
      await store.checkMasterKeys({ current: "a", keys: { a: key(1) } });
    await store.close();
    const [row] = await database.query("SELECT * FROM codespar.master_keys");
    expect(row).toMatchObject({
      id: "a",
      is_current: true,
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(JSON.stringify(row)).not.toContain(key(1));
  });

  it("refuses another key of the same id in a sentence", async () => {
    await withStores(2, async ([first, second]) => {
      await first?.checkMasterKeys({ current: "a", keys: { a: key(1) } });
      const error = await second?.checkMasterKeys({ current: "a", keys: { a: key(2) } }).catch(String);
      expect(error).toMatch(
        /knows another master key a than this process has\. Give every process on one database/,
      );
      expect(error).not.toContain(key(2));
    });
  });

  it("refuses a process that lacks the current key", async () => {
    await withStores(2, async ([first, second]) => {
      await first?.checkMasterKeys({ current: "a", keys: { a: key(1) } });
      await expect(second?.checkMasterKeys({ current: "b", keys: { b: key(2) } })).rejects.toThrow(
        "This process lacks the master key a,",
      );
    });
  });

  it("lets keys be rotated: the new one beside the old, then alone; who stayed behind is refused", async () => {
    await withStores(1, async ([store]) => {
      await store?.checkMasterKeys({ current: "old", keys: { old: key(1) } });
      await store?.checkMasterKeys({ current: "new", keys: { new: key(2), old: key(1) } });
      await store?.checkMasterKeys({ current: "new", keys: { new: key(2) } });
      await expect(store?.checkMasterKeys({ current: "old", keys: { old: key(1) } })).rejects.toThrow(
        "lacks the master key new",
      );
    });
  });

  it("lets one of two processes in that bring different keys at the same time", async () => {
    await withStores(2, async (stores) => {
      const results = await Promise.allSettled(
        stores.map((store, index) => store.checkMasterKeys({ current: "a", keys: { a: key(index + 1) } })),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    });
  });
});
