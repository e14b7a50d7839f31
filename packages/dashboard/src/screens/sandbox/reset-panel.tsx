import { useState } from "react";
import type { Control } from "../../api/control.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { Dialog } from "../../parts/dialog.tsx";

/** Forgetting everything, after one was asked whether that is meant. */
export function ResetPanel({ control }: { control: Control }) {
  const { t } = useText();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <section className="panel" aria-labelledby="reset-title">
      <h2 id="reset-title">{t("reset")}</h2>
      <p>{t("reset.what")}</p>
      <div className="actions">
        <button type="button" className="danger" onClick={() => setIsAsking(true)}>
          {t("reset")}
        </button>
      </div>
      {isAsking ? (
        <Dialog title={t("reset.sure")} onClose={() => setIsAsking(false)}>
          <div className="stack">
            <p>{t("reset.what")}</p>
            <div className="actions">
              <ActionButton
                kind="danger"
                onRun={async () => {
                  await control.post("reset");
                  location.reload();
                }}
              >
                {t("reset")}
              </ActionButton>
            </div>
          </div>
        </Dialog>
      ) : null}
    </section>
  );
}
