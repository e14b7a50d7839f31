import { readFileSync } from "node:fs";
import type { JsonObject } from "@codespar/contract";

/** What a real service's response looks like, and where that is known from. */
export interface Fixture {
  source: { confidence: "spec" | "doc" | "community" };
  /** The native tool that the response belongs to. */
  tool: string;
  response: JsonObject;
}

/** Reads `<provider>/fixtures/<name>.json`. */
export function readFixture(provider: string, name: string): Fixture {
  const path = new URL(`../${provider}/fixtures/${name}.json`, import.meta.url);
  // scripts/check-fixtures.ts holds every file against this shape
  return JSON.parse(readFileSync(path, "utf8")) as Fixture;
}
