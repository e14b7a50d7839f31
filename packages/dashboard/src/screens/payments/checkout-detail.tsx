import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { MadeDetail } from "../made/made-detail.tsx";
import { textOf } from "../made/read-data.ts";

/** A page on which a customer chooses how to pay; in the sandbox also what they do there. */
export function CheckoutDetail({ id, backTo }: { id: string; backTo: string }) {
  const { t, format } = useText();
  const { control } = useApi();
  return (
    <MadeDetail
      id={id}
      backTo={backTo}
      title={(_data, call) => (
        <span className="figure">
          {call.amount === null || call.currency === null ? "" : format.money(call.amount, call.currency)}
        </span>
      )}
      facts={(data) => [
        [t("payments.page"), textOf(data, "checkout_id")],
        [t("description"), textOf(data, "description")],
        [t("reference"), textOf(data, "reference")],
      ]}
    >
      {(data, _call, state) => {
        const checkoutId = textOf(data, "checkout_id");
        const isOpen = state === "open" || state === "pending";
        if (control === undefined || checkoutId === undefined || !isOpen) return null;
        return (
          <fieldset className="note">
            <legend>{t("sandbox.customer")}</legend>
            <div className="actions">
              <ActionButton
                kind="primary"
                onRun={() => control.post(`checkouts/${encodeURIComponent(checkoutId)}/pay`)}
              >
                {t("payments.pay")}
              </ActionButton>
            </div>
          </fieldset>
        );
      }}
    </MadeDetail>
  );
}
