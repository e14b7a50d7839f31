import type { Json, JsonObject, Risk } from "@codespar/contract";
import type { Provider } from "../../ports/provider.ts";
import type { NativeCalls, TranslationContext } from "../../ports/translator.ts";

/** One provider that could do a call, and how. */
export interface Candidate {
  provider: Provider;
  /** Why it was chosen, for the call's log. */
  reason: string;
  translate(native: NativeCalls, context: TranslationContext): Promise<Json>;
}

/**
 * How a call will be done.
 * - `local` by the backend itself, no provider asked
 * - `first` by the first candidate that takes it
 * - `all` by every candidate at once, their responses put together
 */
export type ToolPlan =
  | { mode: "local"; run(): Promise<JsonObject> }
  | { mode: "first"; risk: Risk; candidates: readonly Candidate[] }
  | {
      mode: "all";
      risk: Risk;
      candidates: readonly Candidate[];
      merge(responses: readonly Json[]): JsonObject;
    };
