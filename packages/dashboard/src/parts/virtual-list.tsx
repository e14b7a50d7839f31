import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { Link } from "wouter";

export interface Column<Row> {
  name: string;
  /** A track of a CSS grid, such as `110px` or `minmax(90px, 1fr)`. */
  width: string;
  /**
   * Where the cell stands in a list that has little room, whose rows have two lines: `title` and `end` above, `under` and
   * `corner` below. One column is the `title`, which opens the row. Left out there when absent.
   */
  place?: "title" | "end" | "under" | "corner" | undefined;
  className?: string | undefined;
  cell(row: Row): ReactNode;
}

export interface VirtualListProps<Row> {
  label: string;
  rows: readonly Row[];
  rowKey(row: Row): string;
  columns: readonly Column<Row>[];
  isSelected(row: Row): boolean;
  /** Where a row leads; without it, `onOpen` is called. */
  hrefOf?: ((row: Row) => string) | undefined;
  onOpen?: ((row: Row) => void) | undefined;
  /** What is listed: the list begins at its top when that changes. */
  topic?: string | undefined;
  hasMore?: boolean | undefined;
  /** The end of what is loaded is near. */
  onEnd?: (() => void) | undefined;
}

/** Pixels. Below this width a row has two lines. */
const narrowBelow = 860;
const [oneLine, twoLines] = [40, 62];

/** A table that holds any number of rows: only those in sight are in the page. Arrow keys go from row to row. */
export function VirtualList<Row>(props: VirtualListProps<Row>) {
  const { label, rows, rowKey, columns, isSelected, hrefOf, onOpen, topic, hasMore = false, onEnd } = props;
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [isNarrow, setIsNarrow] = useState(false);
  const rowHeight = isNarrow ? twoLines : oneLine;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    // a function that is new each time would have every row measured again at each scroll
    estimateSize: useCallback(() => rowHeight, [rowHeight]),
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  // before the first picture, so that nothing moves
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => setIsNarrow(element.clientWidth < narrowBelow);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows were measured by the other height
  useLayoutEffect(() => virtualizer.measure(), [rowHeight]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: nothing of it is read
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [topic]);

  useEffect(() => {
    if (hasMore && last >= rows.length - 20) onEnd?.();
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
        scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] .row-link`)?.focus();
      }),
    );
  }

  const gridTemplateColumns = isNarrow ? undefined : columns.map(({ width }) => width).join(" ");

  return (
    <div
      ref={frame}
      className={isNarrow ? "list is-narrow" : "list"}
      role="table"
      aria-label={label}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-colcount={columns.length}
    >
      <div role="rowgroup" className="list-head">
        <div role="row" className="list-row" style={{ gridTemplateColumns }}>
          {columns.map(({ name, className }, index) => (
            <div
              role="columnheader"
              key={name}
              className={className === "number" ? className : undefined}
              aria-colindex={index + 1}
            >
              {name}
            </div>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className="list-body"
        ref={scroller}
        style={{ blockSize: `${virtualizer.getTotalSize()}px` }}
        onKeyDown={move}
      >
        <div
          className="list-space"
          role="presentation"
          style={{ blockSize: `${virtualizer.getTotalSize()}px` }}
        >
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const isOpen = isSelected(row);
            return (
              <div
                key={rowKey(row)}
                role="row"
                aria-rowindex={item.index + 2}
                data-selected={isOpen ? "" : undefined}
                data-index={item.index}
                className="list-row"
                style={{
                  gridTemplateColumns,
                  blockSize: `${item.size}px`,
                  transform: `translateY(${item.start}px)`,
                }}
              >
                {columns.map(({ name, place, className, cell }, index) => (
                  <div
                    role="cell"
                    key={name}
                    className={className}
                    data-place={place}
                    aria-colindex={index + 1}
                  >
                    {place === "title" ? (
                      <Opener href={hrefOf?.(row)} onOpen={() => onOpen?.(row)} isOpen={isOpen}>
                        {cell(row)}
                      </Opener>
                    ) : (
                      cell(row)
                    )}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface OpenerProps {
  href: string | undefined;
  onOpen(): void;
  isOpen: boolean;
  children: ReactNode;
}

/** What a row is opened by: its whole area follows it. */
function Opener({ href, onOpen, isOpen, children }: OpenerProps) {
  if (href === undefined) {
    return (
      <button type="button" className="row-link" aria-pressed={isOpen} onClick={onOpen}>
        {children}
      </button>
    );
  }
  return (
    <Link href={href} className="row-link" aria-current={isOpen ? "true" : undefined}>
      {children}
    </Link>
  );
}
