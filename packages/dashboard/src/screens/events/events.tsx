import { type WebhookEvent, type WebhookEventType, webhookEventTypes } from "@codespar/contract";
import { useSearchParams } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useLiveList } from "../../api/use-live-list.ts";
import { useText } from "../../i18n/use-text.ts";
import { Empty } from "../../parts/empty.tsx";
import { Filters, SelectFilter } from "../../parts/filters.tsx";
import { ListScreen } from "../../parts/list-screen.tsx";
import { EventDetail } from "./event-detail.tsx";

/** What happened, as triggers deliver it. */
export function Events() {
  const { codespar } = useApi();
  const { t, format } = useText();
  const [search, setSearch] = useSearchParams();
  const type = webhookEventTypes.find((each: WebhookEventType) => each === search.get("type"));
  const list = useLiveList<WebhookEvent>(type ?? "all", (page, options) =>
    codespar.events.list({ ...page, ...(type === undefined ? {} : { type }) }, options),
  );
  return (
    <ListScreen
      title={t("events")}
      path="/events"
      isLive
      list={list}
      filters={
        <Filters>
          <SelectFilter
            label={t("type")}
            value={type ?? ""}
            options={webhookEventTypes.map((each) => [each])}
            onChange={(value) => setSearch(value === "" ? {} : { type: value }, { replace: true })}
          />
        </Filters>
      }
      empty={<Empty title={t("events.empty")} />}
      columns={[
        {
          name: t("type"),
          width: "minmax(150px, 1fr)",
          place: "title",
          className: "mono",
          cell: (row) => row.type,
        },
        {
          name: t("time"),
          width: "212px",
          place: "under",
          cell: (row) => <time dateTime={row.created_at}>{format.moment(row.created_at)}</time>,
        },
        {
          name: t("tenant"),
          width: "minmax(70px, 0.7fr)",
          place: "corner",
          cell: (row) => row.metadata.tenant_id ?? "–",
        },
        {
          name: t("call.id"),
          width: "minmax(120px, 1.2fr)",
          className: "mono",
          cell: (row) => row.tool_call_id ?? "–",
        },
      ]}
      renderDetail={(id, backTo) => <EventDetail key={id} id={id} backTo={backTo} />}
    />
  );
}
