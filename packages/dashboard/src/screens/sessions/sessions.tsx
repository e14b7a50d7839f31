import type { Session, SessionStatus } from "@codespar/contract";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { Link, useParams, useSearchParams } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useLiveList } from "../../api/use-live-list.ts";
import { useText } from "../../i18n/use-text.ts";
import { Empty } from "../../parts/empty.tsx";
import { Problem } from "../../parts/problem.tsx";
import { Split } from "../../parts/split.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { VirtualList } from "../../parts/virtual-list.tsx";
import { SessionDetail } from "./session-detail.tsx";

/** Who may do what, in whose name, and how much they did. */
export function Sessions() {
  const { t } = useText();
  const [search] = useSearchParams();
  const isTenants = search.get("list") === "tenants";
  const tabs = (
    <Tabs
      label={t("sessions")}
      tabs={[
        { href: "/sessions?list=sessions", name: t("sessions"), isCurrent: !isTenants },
        { href: "/sessions?list=tenants", name: t("tenants"), isCurrent: isTenants },
      ]}
    />
  );
  return isTenants ? (
    <div className="screen">
      <div className="title-row">
        <h1>{t("sessions")}</h1>
        {tabs}
      </div>
      <Tenants />
    </div>
  ) : (
    <SessionList tabs={tabs} />
  );
}

const statuses = ["active", "closed", "expired"] as const;

function SessionList({ tabs }: { tabs: React.ReactNode }) {
  const { codespar } = useApi();
  const { t, format } = useText();
  const { id } = useParams<{ id?: string }>();
  const [search, setSearch] = useSearchParams();
  const status = statuses.find((each) => each === search.get("status"));
  const statusId = useId();
  const list = useLiveList<Session>(status ?? "all", {
    idOf: (session) => session.id,
    async fetchPage(cursor, signal) {
      const page = await codespar.sessions.list(
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
  const suffix = search.size === 0 ? "" : `?${search}`;
  return (
    <Split
      list={
        <>
          <div className="title-row">
            <h1>{t("sessions")}</h1>
            {tabs}
          </div>
          <search className="filters">
            <div>
              <label htmlFor={statusId}>{t("status")}</label>
              <select
                id={statusId}
                value={status ?? ""}
                onChange={({ target }) =>
                  setSearch(target.value === "" ? {} : { status: target.value }, { replace: true })
                }
              >
                <option value="">{t("any")}</option>
                {statuses.map((each: SessionStatus) => (
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
          {list.rows.length === 0 && !list.hasMore ? (
            <Empty title={t("sessions.empty")}>
              <pre>{`await codespar.sessions.create({ preset: "brazilian", metadata: { tenant_id: "loja-1" } })`}</pre>
            </Empty>
          ) : (
            <VirtualList
              label={t("sessions")}
              className="sessions"
              rows={list.rows}
              rowKey={(row) => row.id}
              columns={[
                t("time"),
                t("status"),
                t("tenant"),
                t("user"),
                t("servers"),
                { name: t("calls"), className: "number" },
              ]}
              rowHeight={40}
              hasMore={list.hasMore}
              onEnd={() => void list.loadMore()}
              isSelected={(row) => row.id === id}
              renderRow={(row) => (
                <>
                  <div role="cell" className="c-time">
                    <Link
                      href={`/sessions/${row.id}${suffix}`}
                      className="row-link"
                      aria-current={row.id === id ? "true" : undefined}
                    >
                      <time dateTime={row.created_at}>{format.moment(row.created_at)}</time>
                    </Link>
                  </div>
                  <div role="cell" className="c-status">
                    <StatusBadge status={row.status} />
                  </div>
                  <div role="cell" className="c-tenant">
                    {row.metadata.tenant_id ?? "–"}
                  </div>
                  <div role="cell" className="c-user">
                    {row.user_id ?? "–"}
                  </div>
                  <div role="cell" className="c-servers">
                    {row.servers.map(({ name }) => name).join(", ")}
                  </div>
                  <div role="cell" className="number">
                    {format.number(row.tool_calls)}
                  </div>
                </>
              )}
            />
          )}
        </>
      }
      detail={id === undefined ? undefined : <SessionDetail key={id} id={id} backTo={`/sessions${suffix}`} />}
    />
  );
}

/** This month's calls by tenant, most first. */
function Tenants() {
  const { codespar } = useApi();
  const { t, format } = useText();
  const { data, error, refetch } = useQuery({
    queryKey: ["usage", "tenants"],
    queryFn: ({ signal }) => codespar.usage.get({ group_by: "tenant_id", tool_calls: false }, { signal }),
    meta: { live: true },
  });
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  const groups = data?.groups ?? [];
  if (data !== undefined && groups.length === 0) return <Empty title={t("tenants.empty")} />;
  return (
    <section className="panel">
      <h2>{data === undefined ? t("usage.month") : format.month(data.period.start.slice(0, 7))}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("tenant")}</th>
            <th scope="col" className="number">
              {t("calls")}
            </th>
            <th scope="col" className="number">
              {t("share")}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ value, count }) => (
            <tr key={value ?? ""}>
              <th scope="row">
                {value === null ? (
                  <span className="muted">{t("tenants.none")}</span>
                ) : (
                  <Link href={`/calls?tenant=${encodeURIComponent(value)}`}>{value}</Link>
                )}
              </th>
              <td className="number">{format.number(count)}</td>
              <td className="number">{format.percent((count / Math.max(1, data?.used ?? 1)) * 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
