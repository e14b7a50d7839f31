import type { DiscoverInput, JsonObject } from "@codespar/contract";
import type { Services } from "../services.ts";
import type { SessionRecord } from "../store/store.ts";

/** Tools that fit what is asked for: attached servers first, best first, the same within a session. */
export async function discover(
  _services: Services,
  _session: SessionRecord,
  _input: DiscoverInput,
): Promise<JsonObject> {
  return { matches: [] };
}
