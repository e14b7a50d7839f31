import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { JsonBlock } from "../../parts/code-block.tsx";
import { Detail } from "../../parts/detail.tsx";
import { Facts } from "../../parts/facts.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";

/** One session: its servers, its limits, and how much was done in it. */
export function SessionDetail({ id, backTo }: { id: string; backTo: string }) {
  const { codespar, clientFor } = useApi();
  const { t, format } = useText();
  const {
    data: session,
    error,
    refetch,
  } = useQuery({
    queryKey: ["session", id],
    queryFn: ({ signal }) => codespar.sessions.get(id, { signal }),
    meta: { live: true },
  });
  return (
    <Detail title={<span className="mono">{id}</span>} backTo={backTo}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {session === undefined ? null : (
        <>
          <Facts
            rows={[
              [t("status"), <StatusBadge key="status" status={session.status} />],
              [t("created"), format.moment(session.created_at)],
              [t("expires"), format.moment(session.expires_at)],
              [t("user"), session.user_id],
              [
                t("calls"),
                <Link key="calls" href={`/calls?session_id=${session.id}`}>
                  {format.number(session.tool_calls)}
                </Link>,
              ],
            ]}
          />
          <section className="stack">
            <h3>{t("servers")}</h3>
            <ul className="chips">
              {session.servers.map(({ id: server, name, status }) => (
                <li key={server}>
                  <Link href={`/servers/${server}`}>{name}</Link> <StatusBadge status={status} />
                </li>
              ))}
            </ul>
          </section>
          <JsonBlock title={t("metadata")} value={session.metadata} />
          {session.policy === undefined ? (
            <p className="muted">{t("sessions.nopolicy")}</p>
          ) : (
            <JsonBlock title={t("policy")} value={session.policy} />
          )}
          {session.status === "active" ? (
            <div className="actions">
              <ActionButton
                kind="danger"
                onRun={async () => {
                  const client = await clientFor("sessions:write", t("sessions.close.why"));
                  if (client !== undefined) await (await client.sessions.get(id)).close();
                }}
              >
                {t("sessions.close")}
              </ActionButton>
            </div>
          ) : null}
        </>
      )}
    </Detail>
  );
}
