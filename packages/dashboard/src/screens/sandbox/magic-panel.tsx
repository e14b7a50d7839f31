import type { MessageKey } from "../../i18n/messages.ts";
import { useText } from "../../i18n/use-text.ts";

/** Inputs with which the simulated providers do as a test wants. */
const inputs: readonly { input: string; effect: MessageKey }[] = [
  { input: 'reference: "sandbox:never_pays"', effect: "magic.never" },
  { input: 'card_token: "tok_chargeDeclined"', effect: "magic.declined" },
  { input: 'description: "sandbox:reject:539"', effect: "magic.reject" },
];

/** What one types to have something go wrong, or never happen. */
export function MagicPanel() {
  const { t } = useText();
  return (
    <section className="panel" aria-labelledby="magic-title">
      <h2 id="magic-title">{t("magic")}</h2>
      <dl className="stack">
        {inputs.map(({ input, effect }) => (
          <div key={input}>
            <dt className="mono">{input}</dt>
            <dd className="muted">{t(effect)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
