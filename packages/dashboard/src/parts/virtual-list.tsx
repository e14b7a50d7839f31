import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";

export interface VirtualListProps<Row> {
  label: string;
  rows: readonly Row[];
  rowKey(row: Row): string;
  /** Names of the columns, in order; those that are numbers stand at their end. */
  columns: readonly (string | { name: string; className: string })[];
  /** Decides the widths of the columns. */
  className: string;
  /** Pixels of one row, the same for all. */
  rowHeight: number;
  /** The cells of a row; the first link or button in it takes the focus. */
  renderRow(row: Row): ReactNode;
  isSelected?(row: Row): boolean;
  hasMore: boolean;
  onEnd(): void;
  total?: number | undefined;
}

/** A table that holds any number of rows: only those in sight are in the page. Arrow keys go from row to row. */
export function VirtualList<Row>(props: VirtualListProps<Row>) {
  const { label, rows, rowKey, columns, className, rowHeight, renderRow, isSelected, hasMore, onEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : rowKey(row);
    },
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (hasMore && last >= rows.length - 20) onEnd();
  }, [hasMore, last, rows.length, onEnd]);

  function move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    const edge = { Home: 0, End: rows.length - 1 }[event.key];
    const at = Number(document.activeElement?.closest("[data-index]")?.getAttribute("data-index") ?? -1);
    const target = edge ?? (step === undefined ? undefined : at + step);
    if (target === undefined || rows.length === 0) return;
    event.preventDefault();
    const index = Math.min(rows.length - 1, Math.max(0, target));
    virtualizer.scrollToIndex(index);
    // the row is in the page after the next frame
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] :is(a, button)`)?.focus();
      }),
    );
  }

  return (
    <div
      className={`list ${className}`}
      role="table"
      aria-label={label}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
    >
      <div role="rowgroup" className="list-head">
        <div role="row" className="list-row">
          {columns.map((column) => {
            const { name, className: style } =
              typeof column === "string" ? { name: column, className: undefined } : column;
            return (
              <div role="columnheader" key={name} className={style}>
                {name}
              </div>
            );
          })}
        </div>
      </div>
      <div role="rowgroup" className="list-body" ref={scroller} onKeyDown={move}>
        <div
          className="list-space"
          role="presentation"
          style={{ blockSize: `${virtualizer.getTotalSize()}px` }}
        >
          {items.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <div
                key={item.key}
                role="row"
                aria-rowindex={item.index + 2}
                data-selected={isSelected?.(row) === true ? "" : undefined}
                data-index={item.index}
                className="list-row"
                style={{ blockSize: `${item.size}px`, transform: `translateY(${item.start}px)` }}
              >
                {renderRow(row)}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
