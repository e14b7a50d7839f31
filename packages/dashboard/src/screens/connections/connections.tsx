import type { Connection, Server } from "@codespar/contract";
import { useQuery } from "@tanstack/react-query";
import { useId, useMemo, useState } from "react";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { ConnectDialog } from "./connect-dialog.tsx";

/** Whose credentials are stored for which provider, and which provider still lacks some. */
export function Connections() {
  const { codespar } = useApi();
  const { t } = useText();
  const [connecting, setConnecting] = useState<Server>();
  const [text, setText] = useState("");
  const searchId = useId();
  const connections = useQuery({
    queryKey: ["connections"],
    async queryFn({ signal }) {
      const all: Connection[] = [];
      for await (const connection of codespar.connections.list({ limit: 100 }, { signal }))
        all.push(connection);
      return all;
    },
    meta: { live: true },
  });
  const servers = useQuery({
    queryKey: ["servers"],
    queryFn: async ({ signal }): Promise<Server[]> => (await codespar.servers.list({}, { signal })).data,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const byServer = useMemo(() => {
    const found = new Map<string, Connection[]>();
    for (const connection of connections.data ?? [])
      found.set(connection.server_id, [...(found.get(connection.server_id) ?? []), connection]);
    return found;
  }, [connections.data]);
  const rows = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    return (
      (servers.data ?? [])
        .filter(({ id, name }) => name.toLowerCase().includes(wanted) || id.includes(wanted))
        // what is stored comes first; the catalogue's order otherwise
        .sort((a, b) => Number(byServer.has(b.id)) - Number(byServer.has(a.id)))
    );
  }, [servers.data, byServer, text]);
  const error = connections.error ?? servers.error;

  return (
    <div className="screen">
      <h1>{t("connections")}</h1>
      {error === null ? null : <Problem error={error} />}
      <p className="muted">{t("connections.what")}</p>
      <search className="filters">
        <div>
          <label htmlFor={searchId}>{t("search")}</label>
          <input
            id={searchId}
            type="search"
            value={text}
            onChange={({ target }) => setText(target.value)}
            placeholder={t("connections.search")}
          />
        </div>
      </search>
      {servers.data !== undefined && rows.length === 0 ? <Empty title={t("servers.none")} /> : null}
      <div className="panel table-scroll">
        <table className="wide stacks">
          <thead>
            <tr>
              <th scope="col">{t("provider")}</th>
              <th scope="col">{t("connections.auth")}</th>
              <th scope="col">{t("connections.stored")}</th>
              <th scope="col">
                <span className="hidden">{t("actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((server) => (
              <tr key={server.id}>
                <th scope="row">{server.name}</th>
                <td data-name={t("connections.auth")}>
                  <span>{t(`auth.${server.auth_type}`)}</span>
                </td>
                <td data-name={t("connections.stored")}>
                  <Stored connections={byServer.get(server.id) ?? []} />
                </td>
                <td className="end">
                  <span>
                    <button type="button" onClick={() => setConnecting(server)}>
                      {t("connections.connect")}
                      <span className="hidden"> {server.name}</span>
                    </button>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {connecting === undefined ? null : (
        <ConnectDialog server={connecting} onClose={() => setConnecting(undefined)} />
      )}
    </div>
  );
}

function Stored({ connections }: { connections: readonly Connection[] }) {
  const { t, format } = useText();
  const { clientFor, session } = useApi();
  if (connections.length === 0) {
    // simulated providers work without
    if (session.sandbox) return <span className="muted">{t("connections.nothing")}</span>;
    return <StatusBadge status="needs_connection" />;
  }
  return (
    <ul className="stack">
      {connections.map(({ id, tenant_id, display_name, status, credentials, updated_at, expires_at }) => (
        <li key={id}>
          <StatusBadge status={status} />{" "}
          {tenant_id === null ? t("connections.own") : `${t("tenant")} ${tenant_id}`}
          {display_name === null ? "" : ` · ${display_name}`}
          <br />
          <span className="mono">
            {Object.entries(credentials)
              .map(([field, { last4 }]) => `${field} …${last4}`)
              .join(", ")}
          </span>{" "}
          <span className="muted">
            {format.minute(updated_at)}
            {expires_at === null ? "" : ` · ${t("expires")} ${format.minute(expires_at)}`}
          </span>{" "}
          <ActionButton
            kind="danger"
            onRun={async () => {
              const client = await clientFor("connections:write", t("connections.delete.why"));
              await client?.connections.delete(id);
            }}
          >
            {t("delete")}
          </ActionButton>
        </li>
      ))}
    </ul>
  );
}
