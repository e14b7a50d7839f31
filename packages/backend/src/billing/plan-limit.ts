import { upgradeUrl } from "@codespar/contract";
import { type ApiFailure, failure } from "../api-failure.ts";
import type { Organisation } from "../store/store.ts";

/** 403: the organisation's plan does not go so far. */
export function planLimit({ plan }: Organisation, limit: number, message: string): ApiFailure {
  return failure("plan_limit", message, { limit, plan, upgrade_url: upgradeUrl });
}
