import { type WebhookEvent, type WebhookEventType, webhookEventTypes } from "@codespar/contract";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { Link, useParams, useSearchParams } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useLiveList } from "../../api/use-live-list.ts";
import { useText } from "../../i18n/use-text.ts";
import { JsonBlock } from "../../parts/code-block.tsx";
import { Detail } from "../../parts/detail.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Facts } from "../../parts/facts.tsx";
import { LiveMark } from "../../parts/live-mark.tsx";
import { Problem } from "../../parts/problem.tsx";
import { Split } from "../../parts/split.tsx";
import { VirtualList } from "../../parts/virtual-list.tsx";

/** What happened, as triggers deliver it. */
export function Events() {
  const { codespar } = useApi();
  const { t, format } = useText();
  const { id } = useParams<{ id?: string }>();
  const [search, setSearch] = useSearchParams();
  const type = webhookEventTypes.find((each: WebhookEventType) => each === search.get("type"));
  const typeId = useId();
  const list = useLiveList<WebhookEvent>(type ?? "all", {
    idOf: (event) => event.id,
    async fetchPage(cursor, signal) {
      const page = await codespar.events.list(
        { limit: 100, ...(type === undefined ? {} : { type }), ...(cursor === undefined ? {} : { cursor }) },
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
            <h1>{t("events")}</h1>
            <LiveMark />
          </div>
          <search className="filters">
            <div>
              <label htmlFor={typeId}>{t("type")}</label>
              <select
                id={typeId}
                value={type ?? ""}
                onChange={({ target }) =>
                  setSearch(target.value === "" ? {} : { type: target.value }, { replace: true })
                }
              >
                <option value="">{t("any")}</option>
                {webhookEventTypes.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </div>
          </search>
          {list.error === undefined ? null : (
            <Problem error={list.error} onRetry={() => void list.refresh()} />
          )}
          {list.rows.length === 0 && !list.hasMore ? (
            <Empty title={t("events.empty")} />
          ) : (
            <VirtualList
              label={t("events")}
              className="events"
              rows={list.rows}
              rowKey={(row) => row.id}
              columns={[t("time"), t("type"), t("tenant"), t("call.id")]}
              rowHeight={40}
              hasMore={list.hasMore}
              onEnd={() => void list.loadMore()}
              isSelected={(row) => row.id === id}
              renderRow={(row) => (
                <>
                  <div role="cell" className="c-time">
                    <time dateTime={row.created_at}>{format.moment(row.created_at)}</time>
                  </div>
                  <div role="cell" className="c-type">
                    <Link
                      href={`/events/${row.id}${suffix}`}
                      className="row-link mono"
                      aria-current={row.id === id ? "true" : undefined}
                    >
                      {row.type}
                    </Link>
                  </div>
                  <div role="cell" className="c-tenant">
                    {row.metadata.tenant_id ?? "–"}
                  </div>
                  <div role="cell" className="c-call mono">
                    {row.tool_call_id ?? "–"}
                  </div>
                </>
              )}
            />
          )}
        </>
      }
      detail={id === undefined ? undefined : <EventDetail key={id} id={id} backTo={`/events${suffix}`} />}
    />
  );
}

function EventDetail({ id, backTo }: { id: string; backTo: string }) {
  const { codespar } = useApi();
  const { t, format } = useText();
  const {
    data: event,
    error,
    refetch,
  } = useQuery({
    queryKey: ["event", id],
    queryFn: ({ signal }) => codespar.events.get(id, { signal }),
  });
  return (
    <Detail title={<span className="mono">{event?.type ?? id}</span>} backTo={backTo}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {event === undefined ? null : (
        <>
          <Facts
            rows={[
              [t("time"), format.moment(event.created_at)],
              [
                t("events.id"),
                <span key="id" className="mono">
                  {event.id}
                </span>,
              ],
              [
                t("call.id"),
                event.tool_call_id === null ? null : (
                  <Link key="call" href={`/calls/${event.tool_call_id}`} className="mono">
                    {event.tool_call_id}
                  </Link>
                ),
              ],
              [
                t("session"),
                event.session_id === null ? null : (
                  <Link key="session" href={`/sessions/${event.session_id}`} className="mono">
                    {event.session_id}
                  </Link>
                ),
              ],
            ]}
          />
          <JsonBlock title={t("events.body")} value={event} />
        </>
      )}
    </Detail>
  );
}
