import { useEffect, useMemo, useSyncExternalStore } from "react";
import { LiveList, type LiveListOptions, type LiveListState } from "./live-list.ts";
import { useLive } from "./use-live.ts";

/** A list for as long as the component is there; `key` names what is listed, and another one starts over. */
export function useLiveList<Row>(
  key: string,
  options: LiveListOptions<Row>,
): LiveListState<Row> & { loadMore(): Promise<void>; refresh(): Promise<void>; restart(): Promise<void> } {
  // the options belong to the key
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list is made anew for another key alone
  const list = useMemo(() => new LiveList(options), [key]);
  const state = useSyncExternalStore(list.subscribe, list.snapshot);
  const live = useLive();

  useEffect(() => {
    void list.refresh();
    const leave = live.onChange(() => void list.refresh());
    return () => {
      leave();
      list.close();
    };
  }, [list, live]);

  return {
    ...state,
    loadMore: () => list.loadMore(),
    refresh: () => list.refresh(),
    restart: () => list.restart(),
  };
}
