import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { JsonBlock } from "../../parts/code-block.tsx";
import { Detail } from "../../parts/detail.tsx";
import { Facts } from "../../parts/facts.tsx";
import { Problem } from "../../parts/problem.tsx";

/** One event as it is delivered. */
export function EventDetail({ id, backTo }: { id: string; backTo: string }) {
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
