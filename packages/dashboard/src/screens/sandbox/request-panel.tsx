import { readableJson } from "@codespar/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Control } from "../../api/control.ts";
import { useText } from "../../i18n/use-text.ts";
import { CodeBlock } from "../../parts/code-block.tsx";
import { VirtualList } from "../../parts/virtual-list.tsx";

interface LoggedRequest {
  request_id: string;
  at: string;
  method: string;
  path: string;
  status: number;
  duration_ms: number;
  tool: string | null;
  error: string | null;
  request_body: string | null;
  response_body: string | null;
}

/** The last requests that reached the sandbox, but for the inspector's own. */
export function RequestPanel({ control }: { control: Control }) {
  const { t, format } = useText();
  const [opened, setOpened] = useState<string>();
  const { data = [] } = useQuery({
    queryKey: ["requests"],
    queryFn: async () => (await control.get<{ data: LoggedRequest[] }>("requests?limit=500")).data,
    meta: { live: true },
  });
  const request = data.find(({ request_id }) => request_id === opened);
  return (
    <section className="panel" aria-labelledby="requests-title">
      <h2 id="requests-title">{t("requests")}</h2>
      {data.length === 0 ? (
        <p className="muted">{t("requests.none")}</p>
      ) : (
        <div className="requests-frame">
          <VirtualList
            label={t("requests")}
            rows={data}
            rowKey={(row) => row.request_id}
            isSelected={(row) => row.request_id === opened}
            onOpen={(row) => setOpened(row.request_id === opened ? undefined : row.request_id)}
            columns={[
              {
                name: t("requests.request"),
                width: "minmax(180px, 2fr)",
                place: "title",
                className: "mono",
                cell: (row) => `${row.method} ${row.path}`,
              },
              {
                name: t("status"),
                width: "60px",
                place: "end",
                cell: (row) => (
                  <span className={`badge ${row.status < 400 ? "good" : "bad"}`}>{row.status}</span>
                ),
              },
              {
                name: t("tool"),
                width: "minmax(100px, 1fr)",
                place: "under",
                className: "mono",
                cell: (row) => row.tool ?? row.error ?? "",
              },
              {
                name: t("time"),
                width: "110px",
                cell: (row) => <time dateTime={row.at}>{format.time(row.at)}</time>,
              },
              {
                name: t("took"),
                width: "80px",
                place: "corner",
                className: "number",
                cell: (row) => format.duration(Math.round(row.duration_ms)),
              },
            ]}
          />
        </div>
      )}
      {request === undefined ? null : (
        <>
          <CodeBlock title={t("life.request")} text={pretty(request.request_body)} />
          <CodeBlock title={t("life.response")} text={pretty(request.response_body)} />
        </>
      )}
    </section>
  );
}

function pretty(body: string | null): string {
  if (body === null) return "–";
  try {
    return readableJson(JSON.parse(body));
  } catch {
    return body;
  }
}
