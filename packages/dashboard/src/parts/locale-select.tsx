import { useId } from "react";
import { localeNames, locales } from "../i18n/locale.ts";
import { useText } from "../i18n/use-text.ts";

/** Chooses the language of the page. */
export function LocaleSelect() {
  const { locale, setLocale, t } = useText();
  const id = useId();
  return (
    <p className="locale">
      <label htmlFor={id}>{t("language")}</label>{" "}
      <select
        id={id}
        value={locale}
        onChange={({ target }) => {
          const chosen = locales.find((each) => each === target.value);
          if (chosen !== undefined) setLocale(chosen);
        }}
      >
        {locales.map((each) => (
          <option key={each} value={each} lang={each}>
            {localeNames[each]}
          </option>
        ))}
      </select>
    </p>
  );
}
