import type { ApiKeyPrefix } from "@codespar/contract";
import type { Organisation } from "../../store/store.ts";

/** How an organisation's keys begin: they say whether money moves. */
export function keyPrefix({ livemode }: Pick<Organisation, "livemode">): ApiKeyPrefix {
  return livemode ? "csk_live_" : "csk_test_";
}
