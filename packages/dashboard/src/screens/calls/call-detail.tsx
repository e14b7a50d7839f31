import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { JsonBlock } from "../../parts/code-block.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";

/** One call: what it was, how it went, what came of it. */
export function CallDetail({ id, backTo }: { id: string; backTo: string }) {
  const { codespar } = useApi();
  const { t, format } = useText();
  const { data: call, error } = useQuery({
    queryKey: ["call", id],
    queryFn: ({ signal }) => codespar.toolCalls.get(id, { signal }),
    meta: { live: true },
  });
  return (
    <section className="detail" aria-labelledby="call-title">
      <header className="detail-head">
        <h2 id="call-title" className="mono">
          {call?.tool ?? id}
        </h2>
        <Link href={backTo} className="button quiet">
          {t("close")}
        </Link>
      </header>
      {error === null ? null : <Problem error={error} />}
      {call === undefined ? null : (
        <>
          <dl className="facts">
            <dt>{t("status")}</dt>
            <dd>
              <StatusBadge status={call.status} />
            </dd>
            <dt>{t("call.id")}</dt>
            <dd className="mono">{call.id}</dd>
            <dt>{t("time")}</dt>
            <dd>{format.moment(call.called_at)}</dd>
            <dt>{t("provider")}</dt>
            <dd>{call.provider ?? "–"}</dd>
          </dl>
          <JsonBlock title={t("call.result")} value={call.result ?? call.error} />
        </>
      )}
    </section>
  );
}
