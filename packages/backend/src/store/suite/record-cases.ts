import { expectEqual, present } from "./expect.ts";
import { apiKey, getId, trigger } from "./fixtures.ts";
import { storeCase } from "./store-case.ts";

/** Organisations, API keys and the small records with versions and names. */
export const recordCases = [
  storeCase("organisations are made, read and updated", async (store) => {
    const organisation = {
      id: "org_a",
      plan: "hobby" as const,
      overageEnabled: false,
      livemode: false,
      createdAt: 1,
    };
    await store.createOrganisation(organisation);
    expectEqual(await store.readOrganisation("org_a"), organisation, "organisation");
    await store.updateOrganisation("org_a", { plan: "growth" });
    await store.updateOrganisation("org_a", { overageEnabled: true });
    const { plan, overageEnabled } = present(await store.readOrganisation("org_a"), "organisation");
    expectEqual([plan, overageEnabled], ["growth", true], "updated");
    await store.updateOrganisation("org_a", { suspendedAt: 7 });
    await store.updateOrganisation("org_a", { plan: "hobby" });
    const suspended = present(await store.readOrganisation("org_a"), "organisation");
    expectEqual([suspended.suspendedAt, suspended.plan, suspended.createdAt], [7, "hobby", 1], "suspended");
    await store.updateOrganisation("org_a", { suspendedAt: null });
    expectEqual((await store.readOrganisation("org_a"))?.suspendedAt, null, "resumed");
    expectEqual(await store.readOrganisation("org_b"), undefined, "another");
  }),
  storeCase("an API key is found by its hash and by the one rotated away", async (store) => {
    await store.createApiKey(apiKey(1, { scopes: ["tools:execute"] }));
    expectEqual(await store.findApiKey("hash-1"), apiKey(1, { scopes: ["tools:execute"] }), "key");
    const rotated = apiKey(1, { hash: "new", previousHash: "hash-1", previousExpiresAt: 99 });
    expectEqual(await store.updateApiKey(rotated, "hash-1"), true, "rotated");
    expectEqual((await store.findApiKey("new"))?.id, getId("key", 1), "new hash");
    expectEqual((await store.findApiKey("hash-1"))?.previousExpiresAt, 99, "old hash");
    await store.updateApiKey(apiKey(1, { hash: "newest", previousHash: "new" }), "new");
    expectEqual(await store.findApiKey("hash-1"), undefined, "hash before last");
    await store.updateApiKey(apiKey(1, { hash: "newest", revokedAt: 5 }), "newest");
    expectEqual(await store.findApiKey("new"), undefined, "hash whose grace ended");
    expectEqual((await store.findApiKey("newest"))?.revokedAt, 5, "revoked key");
  }),
  storeCase("a key that has changed since it was read, or is revoked, is not overwritten", async (store) => {
    await store.createApiKey(apiKey(1));
    const rotations = ["a", "b"].map((hash) => store.updateApiKey(apiKey(1, { hash }), "hash-1"));
    expectEqual((await Promise.all(rotations)).filter(Boolean).length, 1, "rotations that counted");
    await store.touchApiKey(getId("key", 1), 77);
    await store.updateApiKey(apiKey(1, { hash: "a", revokedAt: 5 }), "a");
    expectEqual((await store.findApiKey("a"))?.lastUsedAt, 77, "time of the last use");
    expectEqual(await store.updateApiKey(apiKey(1, { hash: "c" }), "a"), false, "revoked");
    expectEqual(await store.updateApiKey(apiKey(2), "hash-2"), false, "not there");
  }),
  storeCase("many keys made at once stay within the plan", async (store) => {
    const made = Array.from({ length: 10 }, (_, index) => store.createApiKey(apiKey(index + 1), 2));
    expectEqual((await Promise.all(made)).filter(Boolean).length, 2, "keys");
    await store.updateApiKey(apiKey(1, { revokedAt: 5 }), "hash-1");
    expectEqual(await store.createApiKey(apiKey(20), 2), true, "in the place of a revoked one");
    expectEqual(
      await store.createApiKey(apiKey(21, { organisation: null }), 0),
      true,
      "service keys do not count",
    );
  }),
  storeCase("API keys are listed newest first, service keys apart", async (store) => {
    for (let number = 1; number <= 3; number += 1) await store.createApiKey(apiKey(number));
    await store.createApiKey(apiKey(4, { organisation: null, prefix: "cssk_internal_" }));
    const first = await store.listApiKeys("org_a", { limit: 2 });
    expectEqual(
      first.rows.map(({ id }) => id),
      [getId("key", 3), getId("key", 2)],
      "first page",
    );
    const second = await store.listApiKeys("org_a", { limit: 2, cursor: present(first.next, "cursor") });
    expectEqual([second.rows.map(({ id }) => id), second.next], [[getId("key", 1)], null], "second page");
    expectEqual(
      (await store.listApiKeys(null, { limit: 9 })).rows.map(({ id }) => id),
      [getId("key", 4)],
      "service",
    );
  }),
  storeCase("a record is inserted at version 1, once by id and once by name", async (store) => {
    expectEqual(await store.insertRecord("trigger", trigger(1, { name: "a", version: 9 })), true, "inserted");
    expectEqual(await store.insertRecord("trigger", trigger(1, { name: "b" })), false, "same id");
    expectEqual(await store.insertRecord("trigger", trigger(2, { name: "a" })), false, "same name");
    expectEqual(
      await store.insertRecord("trigger", trigger(3, { name: "a", organisation: "org_b" })),
      true,
      "elsewhere",
    );
    expectEqual(await store.insertRecord("trigger", trigger(4)), true, "no name");
    expectEqual(await store.insertRecord("trigger", trigger(5)), true, "no name either");
    expectEqual(
      await store.readRecord("trigger", "org_a", getId("trg", 1)),
      trigger(1, { name: "a" }),
      "by id",
    );
    expectEqual((await store.readRecordByName("trigger", "org_a", "a"))?.id, getId("trg", 1), "by name");
    expectEqual(
      await store.readRecord("trigger", "org_b", getId("trg", 1)),
      undefined,
      "another organisation's",
    );
    expectEqual(await store.readRecord("approval", "org_a", getId("trg", 1)), undefined, "another kind");
  }),
  storeCase("a write that names an old version does nothing", async (store) => {
    await store.insertRecord("trigger", trigger(1));
    const writes = ["x", "y", "z"].map((title) => store.replaceRecord("trigger", trigger(1, { title })));
    expectEqual((await Promise.all(writes)).filter(Boolean).length, 1, "writes that counted");
    const now = present(await store.readRecord("trigger", "org_a", getId("trg", 1)), "record");
    expectEqual(now.version, 2, "version");
    expectEqual(
      await store.replaceRecord("trigger", { ...now, title: "w" }),
      true,
      "with the version that was read",
    );
    expectEqual(await store.replaceRecord("trigger", trigger(2)), false, "what is not there");
  }),
  storeCase("a record can change its name to a free one", async (store) => {
    await store.insertRecord("trigger", trigger(1, { name: "a" }));
    await store.insertRecord("trigger", trigger(2, { name: "b" }));
    expectEqual(await store.replaceRecord("trigger", trigger(1, { name: "b" })), false, "taken");
    expectEqual(await store.replaceRecord("trigger", trigger(1, { name: "c" })), true, "free");
    expectEqual(await store.readRecordByName("trigger", "org_a", "a"), undefined, "old name");
    expectEqual((await store.readRecordByName("trigger", "org_a", "c"))?.id, getId("trg", 1), "new name");
    expectEqual(await store.insertRecord("trigger", trigger(3, { name: "a" })), true, "the old name is free");
  }),
  storeCase("a deleted record is gone, and its name free", async (store) => {
    await store.insertRecord("trigger", trigger(1, { name: "a" }));
    expectEqual(await store.deleteRecord("trigger", "org_b", getId("trg", 1)), false, "another organisation");
    expectEqual(await store.deleteRecord("trigger", "org_a", getId("trg", 1)), true, "deleted");
    expectEqual(await store.deleteRecord("trigger", "org_a", getId("trg", 1)), false, "twice");
    expectEqual(await store.insertRecord("trigger", trigger(2, { name: "a" })), true, "name");
  }),
  storeCase("records are listed newest first, by group where it is given", async (store) => {
    for (let number = 1; number <= 5; number += 1) {
      await store.insertRecord("trigger", trigger(number, { group: number % 2 === 0 ? "even" : "odd" }));
    }
    const first = await store.listRecords("trigger", "org_a", { group: "odd" }, { limit: 2 });
    expectEqual(
      first.rows.map(({ id }) => id),
      [getId("trg", 5), getId("trg", 3)],
      "first page",
    );
    const rest = await store.listRecords(
      "trigger",
      "org_a",
      { group: "odd" },
      { limit: 2, cursor: first.next ?? "" },
    );
    expectEqual([rest.rows.map(({ id }) => id), rest.next], [[getId("trg", 1)], null], "second page");
    expectEqual((await store.listRecords("trigger", "org_a", {}, { limit: 9 })).rows.length, 5, "all");
  }),
  storeCase(
    "a record is listed in the group that it is in now, and in none once it is deleted",
    async (store) => {
      const idsIn = async (group: string) =>
        (await store.listRecords("trigger", "org_a", { group }, { limit: 9 })).rows.map(({ id }) => id);
      for (const number of [1, 2, 3]) await store.insertRecord("trigger", trigger(number, { group: "old" }));
      await store.replaceRecord("trigger", trigger(2, { group: "new" }));
      await store.replaceRecord("trigger", trigger(3, { group: null }));
      expectEqual([await idsIn("old"), await idsIn("new")], [[getId("trg", 1)], [getId("trg", 2)]], "moved");
      await store.deleteRecord("trigger", "org_a", getId("trg", 2));
      await store.deleteRecord("trigger", "org_a", getId("trg", 1));
      expectEqual([await idsIn("old"), await idsIn("new")], [[], []], "deleted");
    },
  ),
];
