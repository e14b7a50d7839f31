import type { Approval, ApprovalStatus } from "@codespar/contract";
import { useSearchParams } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useLiveList } from "../../api/use-live-list.ts";
import { useText } from "../../i18n/use-text.ts";
import { Empty } from "../../parts/empty.tsx";
import { Filters, SelectFilter } from "../../parts/filters.tsx";
import { ListScreen } from "../../parts/list-screen.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { ApprovalDetail } from "./approval-detail.tsx";
import { NotifySwitch } from "./notify-switch.tsx";
import { TimeLeft } from "./time-left.tsx";

const statuses = ["pending", "approved", "denied", "expired", "used"] as const satisfies ApprovalStatus[];

/** Calls that wait for a person, as an inbox. */
export function Approvals() {
  const { codespar } = useApi();
  const { t, format } = useText();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get("status") ?? "pending";
  const status = statuses.find((each) => each === wanted);
  const list = useLiveList<Approval>(wanted, (page, options) =>
    codespar.approvals.list({ ...page, ...(status === undefined ? {} : { status }) }, options),
  );
  // one that was decided meanwhile is of another list
  const rows = status === undefined ? list.rows : list.rows.filter((row) => row.status === status);

  return (
    <ListScreen
      title={t("approvals")}
      path="/approvals"
      isLive
      list={list}
      rows={rows}
      beside={<NotifySwitch />}
      filters={
        <Filters>
          <SelectFilter
            label={t("status")}
            value={status ?? ""}
            options={statuses.map((each) => [each, t(`status.${each}`)])}
            onChange={(value) => setSearch({ status: value === "" ? "any" : value }, { replace: true })}
          />
        </Filters>
      }
      empty={
        <Empty title={wanted === "pending" ? t("approvals.empty") : t("approvals.none")}>
          <p>{t("approvals.empty.next")}</p>
          <pre>{`await codespar.sessions.create({ preset: "brazilian", policy: { require_approval: { above: { BRL: 100_000 } } } })`}</pre>
        </Empty>
      }
      columns={[
        {
          name: t("tool"),
          width: "minmax(130px, 1.2fr)",
          place: "title",
          className: "mono",
          cell: (row) => row.tool,
        },
        { name: t("status"), width: "100px", cell: (row) => <StatusBadge status={row.status} /> },
        {
          name: t("time"),
          width: "212px",
          place: "under",
          cell: (row) => <time dateTime={row.created_at}>{format.minute(row.created_at)}</time>,
        },
        {
          name: t("expires"),
          width: "130px",
          place: "corner",
          cell: (row) =>
            row.status === "pending" ? (
              <TimeLeft until={row.expires_at} />
            ) : (
              <StatusBadge status={row.status} />
            ),
        },
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
            row.amount === null || row.currency === null ? "–" : format.money(row.amount, row.currency),
        },
      ]}
      renderDetail={(id, backTo) => <ApprovalDetail key={id} id={id} backTo={backTo} />}
    />
  );
}
