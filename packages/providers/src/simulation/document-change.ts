import type { JsonObject } from "@codespar/contract";
import type { DocumentKey } from "./simulation-state.ts";

/** A document that changed at a simulated provider. */
export interface DocumentChange extends DocumentKey {
  /** Undefined: it is new. */
  before: JsonObject | undefined;
  after: JsonObject;
}
