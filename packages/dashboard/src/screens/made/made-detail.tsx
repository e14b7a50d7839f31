import type { ToolCallDetail } from "@codespar/contract";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useCall, useCallEvents } from "../../api/queries.ts";
import { useText } from "../../i18n/use-text.ts";
import { JsonBlock } from "../../parts/code-block.tsx";
import { Detail } from "../../parts/detail.tsx";
import { Facts } from "../../parts/facts.tsx";
import { LinkList } from "../../parts/link-list.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { Timeline } from "../../parts/timeline.tsx";
import { ResolveCall } from "../calls/resolve-call.tsx";
import { dataOf, type MadeData, textOf } from "./read-data.ts";
import { outcomeOf } from "./use-outcomes.ts";

export interface MadeDetailProps {
  id: string;
  backTo: string;
  title(data: MadeData, call: ToolCallDetail): ReactNode;
  /** Facts of its own, from the result. */
  facts?: ((data: MadeData) => readonly (readonly [string, ReactNode])[]) | undefined;
  /** What stands between the facts and the states, such as buttons. */
  children?: ((data: MadeData, call: ToolCallDetail, state: string) => ReactNode) | undefined;
}

/** What a call made: its facts, its addresses, its states over time. */
export function MadeDetail({ id, backTo, title, facts, children }: MadeDetailProps) {
  const { t, format } = useText();
  const { data: call, error, refetch } = useCall(id);
  const events = useCallEvents(id).data ?? [];
  const data = dataOf(call);
  const reached = events.flatMap((event) => {
    const state = outcomeOf[event.type];
    return state === undefined ? [] : [{ event, state }];
  });
  const state = reached.at(-1)?.state ?? textOf(data, "status") ?? call?.status ?? "pending";

  return (
    <Detail title={call === undefined ? id : title(data, call)} backTo={backTo}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {call === undefined ? (
        <p className="muted">{t("loading")}</p>
      ) : (
        <>
          <Facts
            rows={[
              [t("status"), <StatusBadge key="status" status={state} />],
              [t("provider"), call.provider],
              [t("tenant"), call.metadata.tenant_id],
              ...(facts?.(data) ?? []),
              [
                t("call.id"),
                <Link key="call" href={`/calls/${call.id}`} className="mono">
                  {call.id}
                </Link>,
              ],
            ]}
          />
          {call.error === null ? null : <p className="problem">{call.error.message}</p>}
          {call.status === "unknown" ? <ResolveCall call={call} /> : null}
          {children?.(data, call, state)}
          <LinkList value={data} />
          <section className="stack" aria-labelledby="states-title">
            <h3 id="states-title">{t("made.states")}</h3>
            <Timeline
              label={t("made.states")}
              entries={[
                { key: "made", at: call.called_at, title: t("made.made") },
                ...reached.map(({ event, state: to }) => ({
                  key: event.id,
                  at: event.created_at,
                  title: <StatusBadge status={to} />,
                  children: (
                    <p className="muted">
                      <Link href={`/events/${event.id}`} className="mono">
                        {event.type}
                      </Link>
                    </p>
                  ),
                })),
              ]}
            />
          </section>
          {call.result === null ? (
            <p className="muted">
              {call.arguments === null
                ? t("erased.at", { time: format.moment(call.called_at) })
                : t("call.noresult")}
            </p>
          ) : (
            <JsonBlock title={t("call.result")} value={call.result.data ?? call.result.error} />
          )}
        </>
      )}
    </Detail>
  );
}
