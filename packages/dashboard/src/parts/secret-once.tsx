import { useText } from "../i18n/use-text.ts";
import { CopyButton } from "./copy-button.tsx";
import { Dialog } from "./dialog.tsx";

/** Shows a secret the one time that it can be shown. Closing forgets it. */
export function SecretOnce({ title, secret, onClose }: { title: string; secret: string; onClose(): void }) {
  const { t } = useText();
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="stack">
        <p>{t("secret.once")}</p>
        <p className="secret mono">{secret}</p>
        <div className="actions">
          <CopyButton text={secret} />
        </div>
      </div>
    </Dialog>
  );
}
