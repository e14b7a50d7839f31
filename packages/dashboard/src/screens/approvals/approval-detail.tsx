import type { Approval } from "@codespar/contract";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { Link } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { JsonBlock } from "../../parts/code-block.tsx";
import { Detail } from "../../parts/detail.tsx";
import { Facts } from "../../parts/facts.tsx";
import { FormField } from "../../parts/form-field.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { PhoneLink } from "./phone-link.tsx";
import { TimeLeft } from "./time-left.tsx";

/** Exactly what will happen, and the decision about it. */
export function ApprovalDetail({ id, backTo }: { id: string; backTo: string }) {
  const { codespar } = useApi();
  const { t, format } = useText();
  const {
    data: approval,
    error,
    refetch,
  } = useQuery({
    queryKey: ["approval", id],
    queryFn: ({ signal }) => codespar.approvals.get(id, { signal }),
    meta: { live: true },
  });
  return (
    <Detail title={t("approvals.one")} backTo={backTo}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {approval === undefined ? null : (
        <>
          <div className="decision">
            <p className="decision-amount">
              {approval.amount === null || approval.currency === null
                ? approval.tool
                : format.money(approval.amount, approval.currency)}
            </p>
            <p>
              {t("approvals.will")} <strong className="mono">{approval.tool}</strong>
            </p>
          </div>
          <Facts
            rows={[
              [t("status"), <StatusBadge key="status" status={approval.status} />],
              [t("risk"), t(`risk.${approval.risk}`)],
              [t("tenant"), approval.metadata.tenant_id],
              [t("user"), approval.user_id],
              [
                t("expires"),
                approval.status === "pending" ? (
                  <span key="expires">
                    {format.minute(approval.expires_at)} (<TimeLeft until={approval.expires_at} />)
                  </span>
                ) : (
                  format.minute(approval.expires_at)
                ),
              ],
              [
                t("session"),
                <Link key="session" href={`/sessions/${approval.session_id}`} className="mono">
                  {approval.session_id}
                </Link>,
              ],
              [
                t("call.key"),
                <span key="key" className="mono">
                  {approval.idempotency_key}
                </span>,
              ],
              [t("approvals.by"), approval.decided_by],
              [t("approvals.reason"), approval.reason],
            ]}
          />
          <JsonBlock title={t("call.arguments")} value={approval.arguments ?? t("erased")} />
          {approval.status === "pending" ? (
            <>
              <Decision approval={approval} />
              <div className="actions">
                <PhoneLink approval={approval} />
              </div>
            </>
          ) : null}
        </>
      )}
    </Detail>
  );
}

function Decision({ approval }: { approval: Approval }) {
  const { clientFor } = useApi();
  const { t, format } = useText();
  const by = useRef<HTMLInputElement>(null);
  const reason = useRef<HTMLTextAreaElement>(null);
  const what =
    approval.amount === null || approval.currency === null
      ? approval.tool
      : `${approval.tool}, ${format.money(approval.amount, approval.currency)}`;

  const decide = (verb: "approve" | "deny") => async () => {
    const who = by.current?.value.trim() ?? "";
    if (who === "") {
      by.current?.focus();
      throw new Error(t("approvals.by.missing"));
    }
    const why = reason.current?.value.trim() ?? "";
    const client = await clientFor("approvals:write", t(`approvals.${verb}.why`, { what }));
    await client?.approvals[verb](approval.id, { by: who, ...(why === "" ? {} : { reason: why }) });
  };

  return (
    <fieldset className="note stack">
      <legend>{t("approvals.decide")}</legend>
      <FormField label={t("approvals.by")}>
        {(field) => (
          <input {...field} ref={by} autoComplete="email" placeholder="ana@loja.com" maxLength={200} />
        )}
      </FormField>
      <FormField label={t("approvals.reason")}>
        {(field) => <textarea {...field} ref={reason} rows={2} maxLength={500} />}
      </FormField>
      <div className="actions">
        <ActionButton kind="primary" onRun={decide("approve")}>
          {t("approvals.approve")}
        </ActionButton>
        <ActionButton kind="danger" onRun={decide("deny")}>
          {t("approvals.deny")}
        </ActionButton>
      </div>
    </fieldset>
  );
}
