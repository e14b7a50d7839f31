import type { AgentSession } from "@codespar/sdk/agent";

/** Where a long-lived server gets its session from. */
export interface SessionSource {
  /** The session to use now. */
  current(): Promise<AgentSession>;
  /** Another one for a session that has expired or was closed; undefined when there is none available. */
  replace(stale: AgentSession): Promise<AgentSession | undefined>;
}

/** A session that is never replaced, or the source itself. */
export function toSessionSource(session: AgentSession | SessionSource): SessionSource {
  if ("current" in session) return session;
  return { current: async () => session, replace: async () => undefined };
}
