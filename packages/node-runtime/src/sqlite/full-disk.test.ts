import { systemTimers } from "@codespar/backend";
import { payThroughOutage } from "@codespar/backend/testing";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../testing.ts";
import { openDatabase } from "./open-database.ts";
import { sqliteStore } from "./sqlite-store.ts";

it("pays once for each key though the disk fills up, and says so to whoever asks meanwhile", async () => {
  using directory = temporaryDirectory();
  const sql = openDatabase(directory.path, { name: "store", program: "this test" });
  const store = sqliteStore(sql, systemTimers);
  // SQLite refuses a page beyond these as it does one that the disk has no room for
  const limit = (pages: number) => sql.get(`PRAGMA max_page_count = ${pages}`);
  const report = await payThroughOutage(store, {
    begin: () => void limit(Number(sql.get("PRAGMA page_count")?.page_count) + 3),
    end: () => void limit(1_000_000),
  });
  await store.close();
  const { statuses, messages, ...counts } = report;
  expect(counts).toEqual({ duplicates: 0, losses: 0, used: report.keys, keys: report.keys });
  expect(statuses).toContain("503 with retry-after");
  expect(statuses.filter((status) => !/^(200|503 with retry-after|504)$/.test(status))).toEqual([]);
  expect(messages.join(" ")).toContain(
    "cannot be used at the moment. Repeat the request with the same idempotency key",
  );
});
