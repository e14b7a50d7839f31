import type { ToolCall, WebhookEventType } from "@codespar/contract";
import { type ReactNode, useMemo } from "react";
import { Link, useParams } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useLiveList } from "../../api/use-live-list.ts";
import { useText } from "../../i18n/use-text.ts";
import { Empty } from "../../parts/empty.tsx";
import { LiveMark } from "../../parts/live-mark.tsx";
import { Problem } from "../../parts/problem.tsx";
import { Split } from "../../parts/split.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { VirtualList } from "../../parts/virtual-list.tsx";
import { useOutcomes } from "./use-outcomes.ts";

export interface MadeScreenProps {
  title: string;
  /** The screen's own address. */
  path: string;
  tool: string;
  /** Which of the tool's calls made something; `state` is what the events tell, if they tell anything. */
  isMaker(call: ToolCall, state: string | undefined): boolean;
  /** Whether what is made has an amount. */
  hasAmount: boolean;
  /** The events that tell how it goes. */
  types: readonly WebhookEventType[];
  /** What one types to have something here. */
  example: string;
  /** Beside the title, such as a choice between two lists. */
  choice?: ReactNode;
  renderDetail(id: string, state: string | undefined): ReactNode;
}

/** What calls of one tool made, newest first, with the state that it has by now, and one of them opened. */
export function MadeScreen(props: MadeScreenProps) {
  const { title, path, tool, isMaker, hasAmount, types, example, choice, renderDetail } = props;
  const { codespar } = useApi();
  const { t, format } = useText();
  const { id } = useParams<{ id?: string }>();
  const states = useOutcomes(types);
  const list = useLiveList<ToolCall>(tool, {
    idOf: (call) => call.id,
    async fetchPage(cursor, signal) {
      const page = await codespar.toolCalls.list(
        { tool, limit: 100, ...(cursor === undefined ? {} : { cursor }) },
        { signal },
      );
      return { rows: page.data, next: page.next_cursor };
    },
  });
  const rows = useMemo(
    () => list.rows.filter((call) => isMaker(call, states.get(call.id))),
    [list.rows, isMaker, states],
  );

  return (
    <Split
      list={
        <>
          <div className="title-row">
            <h1>{title}</h1>
            {choice}
            <LiveMark />
          </div>
          {list.error === undefined ? null : (
            <Problem error={list.error} onRetry={() => void list.refresh()} />
          )}
          {rows.length === 0 && !list.hasMore ? (
            <Empty title={t("made.empty")}>
              <pre>{example}</pre>
            </Empty>
          ) : (
            <VirtualList
              label={title}
              className={hasAmount ? "made" : "made no-amount"}
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                t("time"),
                t("status"),
                t("provider"),
                t("tenant"),
                ...(hasAmount ? [{ name: t("amount"), className: "number" }] : []),
              ]}
              rowHeight={40}
              hasMore={list.hasMore}
              onEnd={() => void list.loadMore()}
              isSelected={(row) => row.id === id}
              renderRow={(row) => (
                <>
                  <div role="cell" className="c-time">
                    <Link
                      href={`${path}/${row.id}`}
                      className="row-link"
                      aria-current={row.id === id ? "true" : undefined}
                    >
                      <time dateTime={row.called_at}>{format.moment(row.called_at)}</time>
                    </Link>
                  </div>
                  <div role="cell" className="c-status">
                    <StatusBadge status={stateOf(row, states.get(row.id))} />
                  </div>
                  <div role="cell" className="c-provider">
                    {row.provider ?? "–"}
                  </div>
                  <div role="cell" className="c-tenant">
                    {row.metadata.tenant_id ?? "–"}
                  </div>
                  {hasAmount ? (
                    <div role="cell" className="c-amount number">
                      {row.amount === null || row.currency === null
                        ? "–"
                        : format.money(row.amount, row.currency)}
                    </div>
                  ) : null}
                </>
              )}
            />
          )}
        </>
      }
      detail={id === undefined ? undefined : renderDetail(id, states.get(id))}
    />
  );
}

/** What was made by a call that ended well waits for what happens next. */
function stateOf({ status }: ToolCall, state: string | undefined): string {
  return state ?? (status === "succeeded" ? "pending" : status);
}
