import { type WebhookEventType, webhookEventTypes } from "@codespar/contract";
import { type FormEvent, useRef } from "react";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { FormField } from "../../parts/form-field.tsx";
import { useAction } from "../../parts/use-action.ts";

/** Subscribes an address to events. */
export function CreateTrigger({ onClose, onCreated }: { onClose(): void; onCreated(secret: string): void }) {
  const { clientFor } = useApi();
  const { t } = useText();
  const { run, error, isRunning } = useAction();
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (form.current === null) return;
    const fields = new FormData(form.current);
    const chosen = webhookEventTypes.find((each: WebhookEventType) => each === fields.get("event"));
    await run(async () => {
      const client = await clientFor("triggers:write", t("webhooks.create.why"));
      const made = await client?.triggers.create({
        name: String(fields.get("name")),
        event: chosen ?? "*",
        webhook_url: String(fields.get("url")),
      });
      if (made !== undefined) onCreated(made.secret);
    });
  }

  return (
    <Dialog title={t("webhooks.create")} onClose={onClose}>
      <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
        <FormField label={t("name")}>
          {(field) => <input {...field} name="name" required maxLength={100} defaultValue="Webhook" />}
        </FormField>
        <FormField label={t("type")}>
          {(field) => (
            <select {...field} name="event">
              <option value="*">{t("webhooks.all")}</option>
              {webhookEventTypes.map((type) => (
                <option key={type}>{type}</option>
              ))}
            </select>
          )}
        </FormField>
        <FormField label={t("address")} hint={t("webhooks.address.hint")}>
          {(field) => <input {...field} name="url" type="url" required placeholder="https://…" />}
        </FormField>
        {error === undefined ? null : (
          <p role="alert" className="problem">
            {error.message}
          </p>
        )}
        <div className="actions">
          <button type="submit" className="primary" aria-disabled={isRunning}>
            {t("webhooks.create")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
