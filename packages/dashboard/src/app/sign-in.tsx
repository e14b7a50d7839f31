import { type FormEvent, useId, useRef, useState } from "react";
import { type DashboardSession, signInWithKey } from "../api/session.ts";
import { useText } from "../i18n/use-text.ts";
import { LocaleSelect } from "../parts/locale-select.tsx";

export interface SignInProps {
  /** Why a link did not sign in. */
  problem: string | undefined;
  hasEnded: boolean;
  onSignedIn(session: DashboardSession): void;
}

/** How one gets in: by the link that the terminal prints, or with an API key, which is sent once and not kept. */
export function SignIn({ problem, hasEnded, onSignedIn }: SignInProps) {
  const { t } = useText();
  const [message, setMessage] = useState(problem ?? (hasEnded ? t("signin.ended") : undefined));
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const key = input.current?.value.trim() ?? "";
    if (input.current !== null) input.current.value = "";
    try {
      onSignedIn(await signInWithKey(key));
    } catch (error) {
      setMessage(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <main className="signin">
      <h1>CodeSpar</h1>
      {message === undefined ? null : (
        <p role="alert" className="problem">
          {message}
        </p>
      )}
      <p>{t("signin.link")}</p>
      <form onSubmit={(event) => void submit(event)} className="stack">
        <label htmlFor={id}>{t("signin.key")}</label>
        <input
          id={id}
          ref={input}
          type="password"
          autoComplete="off"
          spellCheck={false}
          required
          placeholder="csk_…"
        />
        <button type="submit" className="primary">
          {t("signin.submit")}
        </button>
      </form>
      <p className="muted">{t("signin.kept")}</p>
      <LocaleSelect />
    </main>
  );
}
