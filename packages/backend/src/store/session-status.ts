import type { SessionStatus } from "@codespar/contract";
import type { SessionRecord } from "./store.ts";

/** A session's status is derived, so that nothing has to fire when it expires. */
export function sessionStatus(session: SessionRecord, now: number): SessionStatus {
  if (session.closedAt !== null) return "closed";
  return session.expiresAt <= now ? "expired" : "active";
}
