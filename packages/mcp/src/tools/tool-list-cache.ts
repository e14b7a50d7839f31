import { type AgentSession, selectTools, type Tool } from "@codespar/sdk/agent";
import type { McpOptions } from "../options.ts";
import { isSessionOver } from "../sessions/is-session-over.ts";
import type { SessionSource } from "../sessions/session-source.ts";

/** A session's tools, listed once for each session and shared by every connection. */
export interface ToolListCache {
  source: SessionSource;
  list(): Promise<readonly Tool[]>;
  /** Another session for one that is over; undefined when there is none. */
  replace(stale: AgentSession): Promise<AgentSession | undefined>;
  /** Called when a new session has other tools than the last one; returns a function that stops listening. */
  onChange(listener: () => void): () => void;
}

export function createToolListCache(source: SessionSource, { tools: selection }: McpOptions): ToolListCache {
  const listeners = new Set<() => void>();
  let listed: { session: AgentSession; tools: Promise<readonly Tool[]> } | undefined;
  let lastList: string | undefined;

  function getList(session: AgentSession): Promise<readonly Tool[]> {
    if (listed?.session !== session) {
      const tools = selectTools(session, selection).then(compare);
      listed = { session, tools };
      tools.catch(() => {
        if (listed?.tools === tools) listed = undefined;
      });
    }
    return listed.tools;
  }

  /** Once for each session: a call asks for the list, and a long one takes longer to compare than to call. */
  function compare(tools: readonly Tool[]): readonly Tool[] {
    const list = JSON.stringify(tools);
    const hasChanged = lastList !== undefined && lastList !== list;
    lastList = list;
    if (hasChanged) for (const listener of listeners) listener();
    return tools;
  }

  async function replace(stale: AgentSession) {
    const session = await source.replace(stale);
    // In the background, so that a call does not wait for it: clients hear of it when the list is another one.
    if (session !== undefined && lastList !== undefined) getList(session).catch(() => {});
    return session;
  }

  return {
    source,
    replace,
    async list() {
      const session = await source.current();
      try {
        return await getList(session);
      } catch (error) {
        const next = isSessionOver(error) ? await source.replace(session) : undefined;
        if (next === undefined) throw error;
        return getList(next);
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
