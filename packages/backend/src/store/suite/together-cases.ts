import type { StoreWrite } from "../store.ts";
import { expectEqual } from "./expect.ts";
import { apiKey, trigger } from "./fixtures.ts";
import { storeCase } from "./store-case.ts";

const insert = (number: number, name: string): StoreWrite => ({
  type: "insert_record",
  kind: "trigger",
  record: trigger(number, { name }),
});
const replace = (number: number, title: string, version = 1): StoreWrite => ({
  type: "replace_record",
  kind: "trigger",
  record: trigger(number, { name: `name-${number}`, title, version, group: title }),
});

/** Several writes in one transaction (attack 9): a key and the response that shows it are there together, or neither is. */
export const togetherCases = [
  storeCase("writes are made together, and each counts for the next", async (store) => {
    const key = apiKey(1);
    const place = await store.writeTogether([
      insert(1, "name-1"),
      { type: "create_api_key", key, most: 1 },
      {
        type: "update_api_key",
        key: { ...key, hash: "new", previousHash: "hash-1" },
        expectedHash: "hash-1",
      },
      replace(1, "changed"),
      replace(1, "again", 2),
    ]);
    expectEqual(place, -1, "place");
    const stored = await store.readRecordByName("trigger", "org_a", "name-1");
    expectEqual([stored?.title, stored?.version], ["again", 3], "record");
    expectEqual((await store.findApiKey("hash-1"))?.hash, "new", "key");
  }),
  storeCase("nothing is written when one of them does not hold, and its place is returned", async (store) => {
    await store.insertRecord("trigger", trigger(1, { name: "name-1" }));
    await store.createApiKey(apiKey(1));
    const failing: StoreWrite[] = [
      insert(9, "name-1"),
      replace(1, "late", 7),
      { type: "create_api_key", key: apiKey(9), most: 1 },
      { type: "update_api_key", key: apiKey(1, { hash: "other" }), expectedHash: "not this" },
    ];
    for (const [number, last] of failing.entries()) {
      const place = await store.writeTogether([
        insert(2, "name-2"),
        replace(1, "changed"),
        {
          type: "update_api_key",
          key: apiKey(1, { hash: "new", previousHash: "hash-1" }),
          expectedHash: "hash-1",
        },
        { type: "create_api_key", key: apiKey(2, { organisation: "org_b" }), most: null },
        last,
      ]);
      expectEqual(place, 4, `place of number ${number}`);
    }
    const { rows } = await store.listRecords("trigger", "org_a", {}, { limit: 9 });
    expectEqual(rows, [trigger(1, { name: "name-1" })], "records");
    const changed = await store.listRecords("trigger", "org_a", { group: "changed" }, { limit: 9 });
    expectEqual(changed.rows, [], "records of the group");
    expectEqual(await store.readRecordByName("trigger", "org_a", "name-2"), undefined, "name");
    expectEqual((await store.listApiKeys("org_b", { limit: 9 })).rows, [], "keys");
    expectEqual((await store.findApiKey("hash-1"))?.hash, "hash-1", "key");
    expectEqual(await store.findApiKey("new"), undefined, "new hash");
    expectEqual(await store.insertRecord("trigger", trigger(2, { name: "name-2" })), true, "free afterwards");
  }),
  storeCase("a kind has no more records of an organisation than allowed", async (store) => {
    const insertMost = (number: number, organisation = "org_a"): StoreWrite => ({
      type: "insert_record",
      kind: "trigger",
      record: trigger(number, { organisation }),
      most: 2,
    });
    const places = await Promise.all(
      Array.from({ length: 10 }, (_, index) => store.writeTogether([insertMost(index)])),
    );
    expectEqual(places.filter((place) => place === -1).length, 2, "writes that held");
    expectEqual(await store.writeTogether([insertMost(20, "org_b")]), -1, "another organisation");
    const [row] = (await store.listRecords("trigger", "org_a", {}, { limit: 1 })).rows;
    await store.deleteRecord("trigger", "org_a", row?.id ?? "");
    expectEqual(await store.writeTogether([insertMost(21)]), -1, "in the place of a deleted one");
  }),
  storeCase("of many who write together the same, one does", async (store) => {
    const places = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        store.writeTogether([
          { type: "create_api_key", key: apiKey(index), most: null },
          insert(index, "the same"),
        ]),
      ),
    );
    expectEqual(places.filter((place) => place === -1).length, 1, "writes that held");
    expectEqual((await store.listApiKeys("org_a", { limit: 99 })).rows.length, 1, "keys");
  }),
];
