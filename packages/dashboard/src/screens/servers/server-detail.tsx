import type { Tool } from "@codespar/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { JsonBlock } from "../../parts/code-block.tsx";
import { Detail } from "../../parts/detail.tsx";
import { Facts } from "../../parts/facts.tsx";
import { Problem } from "../../parts/problem.tsx";
import { TryTool } from "./try-tool.tsx";

/** One provider: what it can do and its own tools, one of which can be tried. */
export function ServerDetail({ id, backTo }: { id: string; backTo: string }) {
  const { codespar, clientFor } = useApi();
  const { t } = useText();
  const [session, setSession] = useState<{ id: string; tools: readonly Tool[] }>();
  const {
    data: server,
    error,
    refetch,
  } = useQuery({
    queryKey: ["server", id],
    queryFn: ({ signal }) => codespar.servers.get(id, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

  /** Schemas are a session's; one is opened for this provider alone. */
  async function openSession(): Promise<void> {
    const client = await clientFor("sessions:write", t("servers.try.why"));
    if (client === undefined) return;
    const opened = await client.sessions.create({ servers: [id], metadata: { opened_by: "dashboard" } });
    setSession({ id: opened.id, tools: await opened.tools({ server: id }) });
  }

  return (
    <Detail title={server?.name ?? id} backTo={backTo}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {server === undefined ? null : (
        <>
          <Facts
            rows={[
              [
                t("servers.id"),
                <span key="id" className="mono">
                  {server.id}
                </span>,
              ],
              [t("servers.category"), server.categories.map((each) => t(`category.${each}`)).join(", ")],
              [t("servers.country"), server.countries.join(", ")],
              [t("connections.auth"), t(`auth.${server.auth_type}`)],
              [t("servers.can"), server.capabilities.join(", ")],
            ]}
          />
          {session === undefined ? (
            <>
              <div className="actions">
                <ActionButton kind="primary" onRun={openSession}>
                  {t("servers.open")}
                </ActionButton>
              </div>
              <ul className="mono stack">
                {server.tools.map((tool) => (
                  <li key={tool}>{tool}</li>
                ))}
              </ul>
            </>
          ) : (
            <ul className="stack">
              {session.tools.map((tool) => (
                <li key={tool.name}>
                  <details className="panel">
                    <summary>
                      <span className="mono">{tool.name}</span>{" "}
                      <span className="badge plain">{t(`risk.${tool.risk}`)}</span>
                    </summary>
                    <p>{tool.description}</p>
                    <TryTool sessionId={session.id} tool={tool} />
                    <JsonBlock title={t("servers.schema")} value={tool.input_schema} />
                  </details>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Detail>
  );
}
