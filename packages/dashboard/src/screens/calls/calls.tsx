import type { ToolCall, ToolCallStatus } from "@codespar/contract";
import { useSearchParams } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useLiveList } from "../../api/use-live-list.ts";
import { useText } from "../../i18n/use-text.ts";
import { Empty } from "../../parts/empty.tsx";
import { ListScreen } from "../../parts/list-screen.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { CallDetail } from "./call-detail.tsx";
import { type CallFilter, filterOf } from "./call-filter.ts";
import { CallFilters } from "./call-filters.tsx";
import { useMatchingRows } from "./use-matching-rows.ts";

const firstCall = `await session.execute({ name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } })`;

/** The log of calls as it grows, and one of them opened beside it. */
export function Calls() {
  const { codespar } = useApi();
  const { t, format } = useText();
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const { text, ...query } = filter;
  const list = useLiveList<ToolCall>(JSON.stringify(query), (page, options) => {
    const { tenant, status, ...rest } = query;
    return codespar.toolCalls.list(
      {
        ...page,
        ...rest,
        // the filter's select offers no other
        ...(status === undefined ? {} : { status: status as ToolCallStatus }),
        ...(tenant === undefined ? {} : { metadata: { tenant_id: tenant } }),
      },
      options,
    );
  });
  const rows = useMatchingRows(list.rows, text);

  return (
    <ListScreen
      title={t("calls")}
      path="/calls"
      isLive
      list={list}
      rows={rows}
      filters={
        <CallFilters
          filter={filter}
          rows={list.rows}
          onChange={(next: CallFilter) => setSearch(new URLSearchParams(defined(next)), { replace: true })}
        />
      }
      empty={
        <Empty title={search.size === 0 ? t("calls.empty") : t("calls.none")}>
          {search.size === 0 ? <pre>{firstCall}</pre> : null}
        </Empty>
      }
      columns={[
        {
          name: t("tool"),
          width: "minmax(150px, 1.6fr)",
          place: "title",
          className: "mono",
          cell: (row) => row.tool,
        },
        {
          name: t("status"),
          width: "110px",
          place: "corner",
          cell: (row) => <StatusBadge status={row.status} />,
        },
        {
          name: t("time"),
          width: "212px",
          place: "under",
          cell: (row) => <time dateTime={row.called_at}>{format.moment(row.called_at)}</time>,
        },
        { name: t("provider"), width: "minmax(90px, 1fr)", cell: (row) => row.provider ?? "–" },
        {
          name: t("tenant"),
          width: "minmax(80px, 0.8fr)",
          cell: (row) => row.metadata.tenant_id ?? "–",
        },
        {
          name: t("amount"),
          width: "120px",
          place: "end",
          className: "number",
          cell: (row) =>
            row.amount === null || row.currency === null ? "" : format.money(row.amount, row.currency),
        },
        {
          name: t("took"),
          width: "80px",
          className: "number",
          cell: (row) => (row.duration_ms === null ? "…" : format.duration(row.duration_ms)),
        },
      ]}
      renderDetail={(id, backTo) => <CallDetail key={id} id={id} backTo={backTo} />}
    />
  );
}

function defined(filter: CallFilter): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ""),
  );
}
