import { useRef } from "react";
import type { Control } from "../../api/control.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { FormField } from "../../parts/form-field.tsx";

/** What the person does who got the message, in the sandbox. */
export function Recipient({ control, id, state }: { control: Control; id: string; state: string }) {
  const { t } = useText();
  const text = useRef<HTMLTextAreaElement>(null);
  if (state !== "delivered" && state !== "read") return null;
  const act = (verb: string, body?: object) =>
    control.post(`messages/${encodeURIComponent(id)}/${verb}`, body);
  return (
    <fieldset className="note stack">
      <legend>{t("sandbox.customer")}</legend>
      <FormField label={t("messages.reply.text")}>
        {(field) => <textarea {...field} ref={text} rows={2} maxLength={4096} />}
      </FormField>
      <div className="actions">
        <ActionButton
          kind="primary"
          onRun={async () => {
            const input = text.current;
            if (input === null || input.value.trim() === "") {
              input?.focus();
              throw new Error(t("messages.reply.missing"));
            }
            await act("reply", { text: input.value });
            input.value = "";
          }}
        >
          {t("messages.reply")}
        </ActionButton>
        {state === "delivered" ? (
          <ActionButton onRun={() => act("read")}>{t("messages.read")}</ActionButton>
        ) : null}
      </div>
    </fieldset>
  );
}
