import { useId, useRef } from "react";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { CodeBlock } from "../../parts/code-block.tsx";
import { QrCode } from "../../parts/qr-code.tsx";
import { MadeDetail } from "../made/made-detail.tsx";
import { objectOf, textOf } from "../made/read-data.ts";
import { methodName } from "./method-name.ts";

/** One payment; in the sandbox also what its payer does. */
export function PaymentDetail({ id, backTo }: { id: string; backTo: string }) {
  const { t, format } = useText();
  return (
    <MadeDetail
      id={id}
      backTo={backTo}
      title={(data, call) => (
        <>
          <span className="figure">
            {call.amount === null || call.currency === null ? "" : format.money(call.amount, call.currency)}
          </span>{" "}
          {methodName(textOf(data, "method") ?? "", t)}
        </>
      )}
      facts={(data) => [
        [t("payments.id"), textOf(data, "payment_id")],
        [t("description"), textOf(data, "description")],
        [t("reference"), textOf(data, "reference")],
        [t("expires"), moment(textOf(data, "expires_at"))],
        [t("payments.line"), textOf(objectOf(data, "boleto"), "digitable_line")],
      ]}
    >
      {(data, _call, state) => {
        const paymentId = textOf(data, "payment_id");
        const pix = textOf(objectOf(data, "pix"), "qr_code");
        return (
          <>
            {paymentId === undefined ? null : <Payer paymentId={paymentId} state={state} />}
            {pix === undefined ? null : (
              <>
                {state === "pending" ? <QrCode text={pix} label={t("payments.qr")} /> : null}
                <CodeBlock title="Pix" text={pix} />
              </>
            )}
          </>
        );
      }}
    </MadeDetail>
  );

  function moment(at: string | undefined): string | undefined {
    return at === undefined ? undefined : format.moment(at);
  }
}

/** What the payer and their bank do, in the sandbox. */
function Payer({ paymentId, state }: { paymentId: string; state: string }) {
  const { t } = useText();
  const { control } = useApi();
  const amount = useRef<HTMLInputElement>(null);
  const amountId = useId();
  if (control === undefined) return null;
  const act = (verb: string, body?: object) => () =>
    control.post(`payments/${encodeURIComponent(paymentId)}/${verb}`, body);
  const isDisputable = state === "paid" || state === "partially_refunded";
  const isRefundable = isDisputable || state === "disputed";
  if (state !== "pending" && !isRefundable) return null;
  return (
    <fieldset className="note stack">
      <legend>{t("sandbox.customer")}</legend>
      {state === "pending" ? (
        <div className="actions">
          <ActionButton kind="primary" onRun={act("confirm")}>
            {t("payments.pay")}
          </ActionButton>
          <ActionButton onRun={act("expire")}>{t("payments.expire")}</ActionButton>
          <ActionButton onRun={act("fail")}>{t("payments.fail")}</ActionButton>
        </div>
      ) : null}
      {isRefundable ? (
        <div className="actions">
          <label htmlFor={amountId}>{t("payments.refund.amount")}</label>
          <input id={amountId} ref={amount} type="number" min={1} step={1} inputMode="numeric" />
          <ActionButton
            onRun={() => {
              const typed = amount.current?.value ?? "";
              return act("refund", typed === "" ? {} : { amount: Number(typed) })();
            }}
          >
            {t("payments.refund")}
          </ActionButton>
        </div>
      ) : null}
      {isDisputable ? (
        <div className="actions">
          <ActionButton kind="danger" onRun={act("dispute")}>
            {t("payments.dispute")}
          </ActionButton>
        </div>
      ) : null}
    </fieldset>
  );
}
