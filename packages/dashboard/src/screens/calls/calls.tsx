import type { ToolCall, ToolCallStatus } from "@codespar/contract";
import { useMemo } from "react";
import { Link, useParams, useSearchParams } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useLiveList } from "../../api/use-live-list.ts";
import { useText } from "../../i18n/use-text.ts";
import { Empty } from "../../parts/empty.tsx";
import { LiveMark } from "../../parts/live-mark.tsx";
import { Problem } from "../../parts/problem.tsx";
import { Split } from "../../parts/split.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { VirtualList } from "../../parts/virtual-list.tsx";
import { CallDetail } from "./call-detail.tsx";
import { type CallFilter, filterOf, matchesText } from "./call-filter.ts";
import { CallFilters } from "./call-filters.tsx";

const pageSize = 100;
const firstCall = `await session.execute({ name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } })`;

/** The log of calls as it grows, and one of them opened beside it. */
export function Calls() {
  const { codespar } = useApi();
  const { t } = useText();
  const { id } = useParams<{ id?: string }>();
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const { text, ...query } = filter;
  const list = useLiveList<ToolCall>(JSON.stringify(query), {
    idOf: ({ id }) => id,
    async fetchPage(cursor, signal) {
      const { tenant, status, ...rest } = query;
      const page = await codespar.toolCalls.list(
        {
          ...rest,
          // the filter's select offers no other
          ...(status === undefined ? {} : { status: status as ToolCallStatus }),
          ...(tenant === undefined ? {} : { metadata: { tenant_id: tenant } }),
          ...(cursor === undefined ? {} : { cursor }),
          limit: pageSize,
        },
        { signal },
      );
      return { rows: page.data, next: page.next_cursor };
    },
  });
  const rows = useMemo(
    () => (text === undefined ? list.rows : list.rows.filter((row) => matchesText(row, text))),
    [list.rows, text],
  );
  const suffix = search.size === 0 ? "" : `?${search}`;

  return (
    <Split
      list={
        <>
          <div className="title-row">
            <h1>{t("calls")}</h1>
            <LiveMark />
          </div>
          <CallFilters
            filter={filter}
            rows={list.rows}
            onChange={(next: CallFilter) => setSearch(new URLSearchParams(defined(next)), { replace: true })}
          />
          {list.error === undefined ? null : (
            <Problem error={list.error} onRetry={() => void list.refresh()} />
          )}
          {rows.length === 0 && !list.hasMore ? (
            <Empty title={search.size === 0 ? t("calls.empty") : t("calls.none")}>
              {search.size === 0 ? <pre>{firstCall}</pre> : null}
            </Empty>
          ) : (
            <VirtualList
              label={t("calls")}
              className="calls"
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                t("time"),
                t("status"),
                t("tool"),
                t("provider"),
                t("tenant"),
                { name: t("amount"), className: "number" },
                { name: t("took"), className: "number" },
              ]}
              rowHeight={40}
              hasMore={list.hasMore}
              onEnd={() => void list.loadMore()}
              isSelected={(row) => row.id === id}
              renderRow={(row) => (
                <CallRow row={row} href={`/calls/${row.id}${suffix}`} isOpen={row.id === id} />
              )}
            />
          )}
        </>
      }
      detail={id === undefined ? undefined : <CallDetail key={id} id={id} backTo={`/calls${suffix}`} />}
    />
  );
}

function CallRow({ row, href, isOpen }: { row: ToolCall; href: string; isOpen: boolean }) {
  const { format } = useText();
  return (
    <>
      <div role="cell" className="c-time">
        <time dateTime={row.called_at} title={format.moment(row.called_at)}>
          {format.time(row.called_at)}
        </time>
      </div>
      <div role="cell" className="c-status">
        <StatusBadge status={row.status} />
      </div>
      <div role="cell" className="c-tool">
        <Link href={href} className="row-link mono" aria-current={isOpen ? "true" : undefined}>
          {row.tool}
        </Link>
      </div>
      <div role="cell" className="c-provider">
        {row.provider ?? "–"}
      </div>
      <div role="cell" className="c-tenant">
        {row.metadata.tenant_id ?? "–"}
      </div>
      <div role="cell" className="c-amount number">
        {row.amount === null || row.currency === null ? "" : format.money(row.amount, row.currency)}
      </div>
      <div role="cell" className="c-took number">
        {row.duration_ms === null ? "…" : format.duration(row.duration_ms)}
      </div>
    </>
  );
}

function defined(filter: CallFilter): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ""),
  );
}
