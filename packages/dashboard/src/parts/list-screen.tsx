import type { ReactNode } from "react";
import { useParams, useSearchParams } from "wouter";
import type { LiveListView } from "../api/use-live-list.ts";
import { LiveMark } from "./live-mark.tsx";
import { Problem } from "./problem.tsx";
import { type Column, VirtualList } from "./virtual-list.tsx";

export interface ListScreenProps<Row> {
  title: string;
  /** The list's own address; a row's is below it. */
  path: string;
  list: Pick<LiveListView<Row>, "error" | "hasMore" | "loadMore" | "refresh" | "rows">;
  /** What of the list is shown. @default all of it */
  rows?: readonly Row[] | undefined;
  columns: readonly Column<Row>[];
  /** Stands in the place of a list without rows. */
  empty: ReactNode;
  /** Whether rows come by themselves as things happen. */
  isLive?: boolean | undefined;
  /** Beside the title: tabs, or a button. */
  beside?: ReactNode;
  filters?: ReactNode;
  below?: ReactNode;
  /** What is opened; `backTo` leads back to the list as it was filtered. */
  renderDetail(id: string, backTo: string): ReactNode;
}

/** A list that takes the height of the window, and what is opened beside it; in its place where there is little room. */
export function ListScreen<Row extends { id: string }>(props: ListScreenProps<Row>) {
  const { title, path, list, rows = list.rows, columns, empty, isLive, beside, filters, below } = props;
  const { id: opened } = useParams<{ id?: string }>();
  const [search] = useSearchParams();
  const suffix = search.size === 0 ? "" : `?${search}`;
  const isEmpty = rows.length === 0 && !list.hasMore;
  return (
    <div className={opened === undefined ? "screen split" : "screen split is-open"}>
      <div className="split-list">
        <div className="title-row">
          <h1>{title}</h1>
          {beside}
          {isLive === true ? <LiveMark /> : null}
        </div>
        {filters}
        {list.error === undefined ? null : <Problem error={list.error} onRetry={() => void list.refresh()} />}
        {isEmpty && list.error === undefined ? empty : null}
        {isEmpty ? null : (
          <VirtualList
            label={title}
            rows={rows}
            rowKey={({ id }) => id}
            columns={columns}
            hrefOf={({ id }) => `${path}/${id}${suffix}`}
            isSelected={({ id }) => id === opened}
            topic={suffix}
            hasMore={list.hasMore}
            onEnd={() => void list.loadMore()}
          />
        )}
        {below}
      </div>
      {opened === undefined ? null : props.renderDetail(opened, `${path}${suffix}`)}
    </div>
  );
}
