import { useEffect, useMemo, useSyncExternalStore } from "react";
import { LiveList, type LiveListState } from "./live-list.ts";
import { useLive } from "./use-live.ts";

/** A page as the API has it. */
export interface ApiPage<Row> {
  data: readonly Row[];
  next_cursor: string | null;
}

export interface PageRequest {
  limit: number;
  cursor?: string | undefined;
}

export interface LiveListView<Row> extends LiveListState<Row> {
  loadMore(): Promise<void>;
  refresh(): Promise<void>;
  /** For when something has gone. */
  restart(): Promise<void>;
}

const pageSize = 100;

/**
 * A list of the API for as long as the component is there, kept up to date. `key` names what is listed, and another one
 * starts over.
 */
export function useLiveList<Row extends { id: string }>(
  key: string,
  fetchPage: (page: PageRequest, options: { signal: AbortSignal }) => PromiseLike<ApiPage<Row>>,
): LiveListView<Row> {
  // biome-ignore lint/correctness/useExhaustiveDependencies: how a list is read belongs to its key
  const list = useMemo(
    () =>
      new LiveList<Row>({
        idOf: ({ id }) => id,
        async fetchPage(cursor, signal) {
          const page = await fetchPage(
            { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) },
            { signal },
          );
          return { rows: page.data, next: page.next_cursor };
        },
      }),
    [key],
  );
  const state = useSyncExternalStore(list.subscribe, list.snapshot, list.snapshot);
  const live = useLive();

  useEffect(() => {
    void list.refresh();
    const leave = live.onChange(() => void list.refresh());
    return () => {
      leave();
      list.close();
    };
  }, [list, live]);

  return useMemo(
    () => ({
      ...state,
      loadMore: () => list.loadMore(),
      refresh: () => list.refresh(),
      restart: () => list.restart(),
    }),
    [state, list],
  );
}
