import type { ToolCallDetail } from "@codespar/contract";
import { useRef, useState } from "react";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { FormField } from "../../parts/form-field.tsx";

/** A call of which nobody knows: asks the provider, and where it cannot tell, takes a person's word for it. */
export function ResolveCall({ call }: { call: ToolCallDetail }) {
  const { t } = useText();
  const { clientFor } = useApi();
  const [isResolving, setIsResolving] = useState(false);
  return (
    <div className="note warn stack">
      <p>{t("call.unknown")}</p>
      <div className="actions">
        <ActionButton
          kind="primary"
          onRun={async () => {
            const client = await clientFor("tools:execute", t("call.reconcile.why"));
            const settled = await client?.toolCalls.reconcile(call.idempotency_key);
            if (settled?.status === "unknown") throw new Error(t("call.reconcile.still"));
          }}
        >
          {t("call.reconcile")}
        </ActionButton>
        <button type="button" onClick={() => setIsResolving(true)}>
          {t("call.resolve")}
        </button>
      </div>
      {isResolving ? <ResolveDialog call={call} onClose={() => setIsResolving(false)} /> : null}
    </div>
  );
}

function ResolveDialog({ call, onClose }: { call: ToolCallDetail; onClose(): void }) {
  const { t } = useText();
  const { clientFor } = useApi();
  const by = useRef<HTMLInputElement>(null);
  const evidence = useRef<HTMLTextAreaElement>(null);

  const resolve = (outcome: "succeeded" | "failed") => async () => {
    const fields = [by.current, evidence.current];
    const empty = fields.find((field) => field === null || field.value.trim() === "");
    if (empty !== undefined) {
      empty?.focus();
      throw new Error(t("call.resolve.missing"));
    }
    const client = await clientFor("tool_calls:resolve", t(`call.resolve.${outcome}.why`));
    if (client === undefined) return;
    await client.toolCalls.resolve(call.id, {
      outcome,
      by: by.current?.value.trim() ?? "",
      evidence: evidence.current?.value.trim() ?? "",
    });
    onClose();
  };

  return (
    <Dialog title={t("call.resolve")} onClose={onClose}>
      <div className="stack">
        <p>{t("call.resolve.what", { provider: call.provider ?? call.server })}</p>
        <FormField label={t("approvals.by")}>
          {(field) => (
            <input {...field} ref={by} autoComplete="email" placeholder="ana@loja.com" maxLength={200} />
          )}
        </FormField>
        <FormField label={t("call.evidence")} hint={t("call.evidence.hint")}>
          {(field) => <textarea {...field} ref={evidence} rows={3} maxLength={2000} />}
        </FormField>
        <div className="actions">
          <ActionButton onRun={resolve("succeeded")}>{t("call.resolve.succeeded")}</ActionButton>
          <ActionButton onRun={resolve("failed")}>{t("call.resolve.failed")}</ActionButton>
        </div>
      </div>
    </Dialog>
  );
}
