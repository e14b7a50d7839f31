import type { ToolCallDetail } from "@codespar/contract";
import { Link } from "wouter";
import { useCall, useCallEvents, useNativeCalls } from "../../api/queries.ts";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { CodeBlock, JsonBlock } from "../../parts/code-block.tsx";
import { Detail } from "../../parts/detail.tsx";
import { Facts } from "../../parts/facts.tsx";
import { LinkList } from "../../parts/link-list.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { Timeline } from "../../parts/timeline.tsx";
import { callAsCurl, callAsTypeScript } from "./call-as-code.ts";
import { lifeOf } from "./life-of-call.tsx";
import { ResolveCall } from "./resolve-call.tsx";

/** One call: its life, what was asked and answered, what came of it and what it cost. */
export function CallDetail({ id, backTo }: { id: string; backTo: string }) {
  const { t } = useText();
  const { data: call, error, refetch } = useCall(id);
  return (
    <Detail title={<span className="mono">{call?.tool ?? id}</span>} backTo={backTo}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {call === undefined ? <p className="muted">{t("loading")}</p> : <CallBody call={call} />}
    </Detail>
  );
}

function CallBody({ call }: { call: ToolCallDetail }) {
  const text = useText();
  const { t, format } = text;
  const { control } = useApi();
  const events = useCallEvents(call.id);
  const native = useNativeCalls(call.id);
  const code = {
    baseUrl: location.origin,
    sessionId: call.session_id,
    tool: call.tool,
  };

  return (
    <>
      <Facts
        rows={[
          [t("status"), <StatusBadge key="status" status={call.status} />],
          [
            t("amount"),
            call.amount === null || call.currency === null ? null : format.money(call.amount, call.currency),
          ],
          [t("provider"), call.provider],
          [t("call.cost"), call.billed ? t("call.billed") : t("call.free")],
          [t("tenant"), call.metadata.tenant_id],
          [t("user"), call.user_id],
          [
            t("session"),
            <Link key="session" href={`/sessions/${call.session_id}`} className="mono">
              {call.session_id}
            </Link>,
          ],
          [
            t("call.id"),
            <span key="id" className="mono">
              {call.id}
            </span>,
          ],
          [
            t("call.resolution"),
            call.resolution === undefined
              ? null
              : t("call.resolution.by", {
                  by: call.resolution.by,
                  time: format.moment(call.resolution.resolved_at),
                  evidence: call.resolution.evidence,
                }),
          ],
          [
            t("call.key"),
            <span key="key" className="mono">
              {call.idempotency_key}
            </span>,
          ],
        ]}
      />
      {call.error === null ? null : (
        <p className="problem">
          {call.error.message}{" "}
          <span className="mono">
            {[call.error.code, call.error.provider_code].filter(Boolean).join(" · ")}
          </span>
        </p>
      )}
      {call.status === "unknown" ? <ResolveCall call={call} /> : null}
      <LinkList value={call.result?.data} />
      <section className="stack" aria-labelledby="life-title">
        <h3 id="life-title">{t("call.life")}</h3>
        <Timeline label={t("call.life")} entries={lifeOf(call, events.data ?? [], native.data ?? [], text)} />
        {control === undefined ? <p className="muted">{t("call.native.hidden")}</p> : null}
      </section>
      <JsonBlock title={t("call.arguments")} value={call.arguments ?? t("erased")} />
      <JsonBlock title={t("call.result")} value={call.result ?? call.error ?? t("call.noresult")} />
      {call.arguments === null ? null : (
        <>
          <CodeBlock title="curl" text={callAsCurl({ ...code, arguments: call.arguments })} />
          <CodeBlock title="TypeScript" text={callAsTypeScript({ ...code, arguments: call.arguments })} />
        </>
      )}
    </>
  );
}
