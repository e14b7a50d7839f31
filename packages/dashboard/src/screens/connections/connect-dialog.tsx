import type { Server } from "@codespar/contract";
import { type FormEvent, useRef, useState } from "react";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { FormField } from "../../parts/form-field.tsx";
import { SafeLink } from "../../parts/safe-link.tsx";
import { useAction } from "../../parts/use-action.ts";

/** Makes a link with which a person connects a provider: the credentials are typed there, and never here. */
export function ConnectDialog({ server, onClose }: { server: Server; onClose(): void }) {
  const { clientFor } = useApi();
  const { t, format } = useText();
  const { run, error, isRunning } = useAction();
  const form = useRef<HTMLFormElement>(null);
  const [link, setLink] = useState<{ url: string; expires_at: string }>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (form.current === null) return;
    const tenant = String(new FormData(form.current).get("tenant")).trim();
    await run(async () => {
      const client = await clientFor(
        "connections:write",
        t("connections.connect.why", { provider: server.name }),
      );
      const made = await client?.connectSessions.create({
        server_id: server.id,
        ...(tenant === "" ? {} : { tenant_id: tenant }),
      });
      if (made !== undefined) setLink(made);
    });
  }

  return (
    <Dialog title={t("connections.connect.title", { provider: server.name })} onClose={onClose}>
      {link === undefined ? (
        <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
          <FormField label={t("tenant")} hint={t("connections.tenant.hint")}>
            {(field) => <input {...field} name="tenant" maxLength={500} />}
          </FormField>
          {error === undefined ? null : (
            <p role="alert" className="problem">
              {error.message}
            </p>
          )}
          <div className="actions">
            <button type="submit" className="primary" aria-disabled={isRunning}>
              {t("connections.link")}
            </button>
          </div>
        </form>
      ) : (
        <div className="stack">
          <p>{t("connections.link.what", { time: format.moment(link.expires_at) })}</p>
          <p className="mono">
            <SafeLink href={link.url}>{link.url}</SafeLink>
          </p>
          <div className="actions">
            <CopyButton text={link.url} />
          </div>
        </div>
      )}
    </Dialog>
  );
}
