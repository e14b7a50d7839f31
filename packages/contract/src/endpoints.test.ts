import { expect, it } from "vitest";
import { endpoints } from "./endpoints.ts";
import { scopes } from "./wire/api-key.ts";

it("has each method and path once, and bills execute and send alone", () => {
  const rows = Object.entries(endpoints);
  expect(new Set(rows.map(([, row]) => `${row.method} ${row.path}`)).size).toBe(rows.length);
  expect(rows.filter(([, row]) => row.billed).map(([id]) => id)).toEqual([
    "sessions.execute",
    "sessions.send",
  ]);
});

it("asks for every scope that keys can have", () => {
  expect(new Set(Object.values(endpoints).flatMap((row) => row.scope ?? []))).toEqual(new Set(scopes));
});
