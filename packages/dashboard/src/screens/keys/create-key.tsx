import { scopes } from "@codespar/contract";
import { type FormEvent, useRef } from "react";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { FormField } from "../../parts/form-field.tsx";
import { useAction } from "../../parts/use-action.ts";

/** Makes a key; with no scope chosen it has all that the key has which makes it. */
export function CreateKey({ onClose, onCreated }: { onClose(): void; onCreated(key: string): void }) {
  const { clientFor } = useApi();
  const { t } = useText();
  const { run, error, isRunning } = useAction();
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (form.current === null) return;
    const fields = new FormData(form.current);
    const name = String(fields.get("name"));
    const chosen = scopes.filter((scope) => fields.getAll("scope").includes(scope));
    await run(async () => {
      const client = await clientFor("keys:write", t("keys.create.why", { name }));
      const made = await client?.apiKeys.create({ name, ...(chosen.length === 0 ? {} : { scopes: chosen }) });
      if (made !== undefined) onCreated(made.key);
    });
  }

  return (
    <Dialog title={t("keys.create")} onClose={onClose}>
      <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
        <FormField label={t("name")}>
          {(field) => <input {...field} name="name" required maxLength={100} placeholder="ci" />}
        </FormField>
        <fieldset className="checks">
          <legend>{t("keys.scopes")}</legend>
          <p className="muted">{t("keys.scopes.hint")}</p>
          {scopes.map((scope) => (
            <label key={scope}>
              <input type="checkbox" name="scope" value={scope} /> <span className="mono">{scope}</span>
            </label>
          ))}
        </fieldset>
        {error === undefined ? null : (
          <p role="alert" className="problem">
            {error.message}
          </p>
        )}
        <div className="actions">
          <button type="submit" className="primary" aria-disabled={isRunning}>
            {t("keys.create")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
