import type { Approval, ApprovalStatus } from "@codespar/contract";
import { useId } from "react";
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
import { ApprovalDetail } from "./approval-detail.tsx";

const statuses = ["pending", "approved", "denied", "expired", "used"] as const satisfies ApprovalStatus[];

/** Calls that wait for a person, as an inbox. */
export function Approvals() {
  const { codespar } = useApi();
  const { t, format } = useText();
  const { id } = useParams<{ id?: string }>();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get("status") ?? "pending";
  const status = statuses.find((each) => each === wanted);
  const statusId = useId();
  const list = useLiveList<Approval>(wanted, {
    idOf: (approval) => approval.id,
    async fetchPage(cursor, signal) {
      const page = await codespar.approvals.list(
        {
          limit: 100,
          ...(status === undefined ? {} : { status }),
          ...(cursor === undefined ? {} : { cursor }),
        },
        { signal },
      );
      return { rows: page.data, next: page.next_cursor };
    },
  });
  // one that was decided meanwhile is of another list
  const rows = status === undefined ? list.rows : list.rows.filter((row) => row.status === status);
  const suffix = search.size === 0 ? "" : `?${search}`;

  return (
    <Split
      list={
        <>
          <div className="title-row">
            <h1>{t("approvals")}</h1>
            <LiveMark />
          </div>
          <search className="filters">
            <div>
              <label htmlFor={statusId}>{t("status")}</label>
              <select
                id={statusId}
                value={wanted}
                onChange={({ target }) => setSearch({ status: target.value }, { replace: true })}
              >
                <option value="any">{t("any")}</option>
                {statuses.map((each) => (
                  <option key={each} value={each}>
                    {t(`status.${each}`)}
                  </option>
                ))}
              </select>
            </div>
          </search>
          {list.error === undefined ? null : (
            <Problem error={list.error} onRetry={() => void list.refresh()} />
          )}
          {rows.length === 0 && !list.hasMore ? (
            <Empty title={wanted === "pending" ? t("approvals.empty") : t("approvals.none")}>
              <p>{t("approvals.empty.next")}</p>
              <pre>{`await codespar.sessions.create({ preset: "brazilian", policy: { require_approval: { above: { BRL: 100_000 } } } })`}</pre>
            </Empty>
          ) : (
            <VirtualList
              label={t("approvals")}
              className="approvals"
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                t("time"),
                t("status"),
                t("tool"),
                t("tenant"),
                { name: t("amount"), className: "number" },
              ]}
              rowHeight={40}
              hasMore={list.hasMore}
              onEnd={() => void list.loadMore()}
              isSelected={(row) => row.id === id}
              renderRow={(row) => (
                <>
                  <div role="cell" className="c-time">
                    <time dateTime={row.created_at}>{format.moment(row.created_at)}</time>
                  </div>
                  <div role="cell" className="c-status">
                    <StatusBadge status={row.status} />
                  </div>
                  <div role="cell" className="c-tool">
                    <Link
                      href={`/approvals/${row.id}${suffix}`}
                      className="row-link mono"
                      aria-current={row.id === id ? "true" : undefined}
                    >
                      {row.tool}
                    </Link>
                  </div>
                  <div role="cell" className="c-tenant">
                    {row.metadata.tenant_id ?? "–"}
                  </div>
                  <div role="cell" className="c-amount number">
                    {row.amount === null || row.currency === null
                      ? "–"
                      : format.money(row.amount, row.currency)}
                  </div>
                </>
              )}
            />
          )}
        </>
      }
      detail={
        id === undefined ? undefined : <ApprovalDetail key={id} id={id} backTo={`/approvals${suffix}`} />
      }
    />
  );
}
