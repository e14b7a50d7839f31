import { type ReactNode, useEffect, useId, useRef } from "react";
import { useText } from "../i18n/use-text.ts";

export interface DialogProps {
  title: string;
  onClose(): void;
  children: ReactNode;
}

/** A modal dialog: the browser's own, which holds the focus and closes by Escape. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={heading} onClose={onClose}>
      <header className="dialog-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
          {t("close")}
        </button>
      </header>
      {children}
    </dialog>
  );
}
