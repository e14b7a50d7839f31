import type { Session, SessionStatus } from "@codespar/contract";
import { useSearchParams } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useLiveList } from "../../api/use-live-list.ts";
import { useText } from "../../i18n/use-text.ts";
import { Empty } from "../../parts/empty.tsx";
import { Filters, SelectFilter } from "../../parts/filters.tsx";
import { ListScreen } from "../../parts/list-screen.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { SessionDetail } from "./session-detail.tsx";
import { Tenants } from "./tenants.tsx";

/** Who may do what, in whose name, and how much they did. */
export function Sessions() {
  const { t } = useText();
  const [search] = useSearchParams();
  const isTenants = search.get("list") === "tenants";
  const tabs = (
    <Tabs
      label={t("sessions")}
      tabs={[
        { href: "/sessions", name: t("sessions"), isCurrent: !isTenants },
        { href: "/sessions?list=tenants", name: t("tenants"), isCurrent: isTenants },
      ]}
    />
  );
  if (!isTenants) return <SessionList tabs={tabs} />;
  return (
    <div className="screen">
      <div className="title-row">
        <h1>{t("sessions")}</h1>
        {tabs}
      </div>
      <Tenants />
    </div>
  );
}

const statuses = ["active", "closed", "expired"] as const satisfies SessionStatus[];

function SessionList({ tabs }: { tabs: React.ReactNode }) {
  const { codespar } = useApi();
  const { t, format } = useText();
  const [search, setSearch] = useSearchParams();
  const status = statuses.find((each) => each === search.get("status"));
  const list = useLiveList<Session>(status ?? "all", (page, options) =>
    codespar.sessions.list({ ...page, ...(status === undefined ? {} : { status }) }, options),
  );
  return (
    <ListScreen
      title={t("sessions")}
      path="/sessions"
      list={list}
      beside={tabs}
      filters={
        <Filters>
          <SelectFilter
            label={t("status")}
            value={status ?? ""}
            options={statuses.map((each) => [each, t(`status.${each}`)])}
            onChange={(value) => setSearch(value === "" ? {} : { status: value }, { replace: true })}
          />
        </Filters>
      }
      empty={
        <Empty title={t("sessions.empty")}>
          <pre>{`await codespar.sessions.create({ preset: "brazilian", metadata: { tenant_id: "loja-1" } })`}</pre>
        </Empty>
      }
      columns={[
        {
          name: t("servers"),
          width: "minmax(140px, 1.6fr)",
          place: "title",
          cell: (row) => row.servers.map(({ name }) => name).join(", "),
        },
        {
          name: t("status"),
          width: "90px",
          place: "end",
          cell: (row) => <StatusBadge status={row.status} />,
        },
        {
          name: t("created"),
          width: "212px",
          place: "under",
          cell: (row) => <time dateTime={row.created_at}>{format.minute(row.created_at)}</time>,
        },
        {
          name: t("tenant"),
          width: "minmax(80px, 0.8fr)",
          place: "corner",
          cell: (row) => row.metadata.tenant_id ?? "–",
        },
        { name: t("user"), width: "minmax(70px, 0.6fr)", cell: (row) => row.user_id ?? "–" },
        {
          name: t("calls"),
          width: "80px",
          className: "number",
          cell: (row) => format.number(row.tool_calls),
        },
      ]}
      renderDetail={(id, backTo) => <SessionDetail key={id} id={id} backTo={backTo} />}
    />
  );
}
