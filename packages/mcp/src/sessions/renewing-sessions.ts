import type { AgentSession } from "@codespar/sdk/agent";
import type { SessionSource } from "./session-source.ts";

/**
 * One session at a time, opened when it is first needed and again when the last one expired. Calls that are on their
 * way finish on the session that they began with.
 */
export function renewingSessions(open: () => Promise<AgentSession>): SessionSource {
  let current: Promise<AgentSession> | undefined;

  function openNew(): Promise<AgentSession> {
    const opening = open();
    current = opening;
    // The next caller tries again instead of meeting the same failure for ever.
    opening.catch(() => {
      if (current === opening) current = undefined;
    });
    return opening;
  }

  return {
    current: () => current ?? openNew(),
    async replace(stale) {
      // Of several calls that met the same end, the first opens and the others join.
      const known = current;
      const present = await known?.catch(() => undefined);
      if (current !== undefined && current !== known) return current;
      return present === undefined || present === stale ? openNew() : present;
    },
  };
}
