import type { Scope } from "@codespar/contract";
import { type FormEvent, useId, useRef } from "react";
import { useText } from "../i18n/use-text.ts";
import { Dialog } from "./dialog.tsx";

export interface KeyQuestion {
  /** What the key is for, as a sentence. */
  purpose: string;
  scope: Scope;
  answer(key: string | undefined): void;
}

/** Asks for an API key for one thing. It is handed on and not kept. */
export function KeyPrompt({ purpose, scope, answer }: KeyQuestion) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [id, hint] = [useId(), useId()];

  function submit(event: FormEvent): void {
    event.preventDefault();
    const key = input.current?.value.trim() ?? "";
    if (input.current !== null) input.current.value = "";
    answer(key === "" ? undefined : key);
  }

  return (
    <Dialog title={t("key.title")} onClose={() => answer(undefined)}>
      <form onSubmit={submit} className="stack">
        <p>{purpose}</p>
        <label htmlFor={id}>{t("key.label")}</label>
        <input
          id={id}
          ref={input}
          type="password"
          autoComplete="off"
          spellCheck={false}
          required
          aria-describedby={hint}
          placeholder="csk_…"
        />
        <p id={hint} className="muted">
          {t("key.hint", { scope })}
        </p>
        <div className="actions">
          <button type="submit" className="primary">
            {t("continue")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
