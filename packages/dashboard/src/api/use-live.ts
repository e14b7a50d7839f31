import { createContext, useContext } from "react";

/** Tells of changes at the server. */
export interface Live {
  /** Calls back whenever something may have changed; returns a function that ends it. */
  onChange(callback: () => void): () => void;
  /** Whether the server's events arrive as they happen. */
  isConnected(): boolean;
  /** Calls back when that changes. */
  watch(watcher: () => void): () => void;
  /** For what the page itself has changed. */
  changed(): void;
}

export const LiveContext = createContext<Live | undefined>(undefined);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === undefined) throw new Error("Nothing is live here. Render inside ApiProvider.");
  return live;
}
