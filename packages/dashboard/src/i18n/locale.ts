export const locales = ["pt-BR", "es-MX", "en"] as const;

export type Locale = (typeof locales)[number];

export const localeNames: Readonly<Record<Locale, string>> = {
  "pt-BR": "Português",
  "es-MX": "Español",
  en: "English",
};

const storageKey = "codespar.locale";

/** What was chosen before, else the first of the browser's languages that there is. @default "en" */
export function chooseLocale(): Locale {
  const chosen = readChoice();
  const found = locales.find((locale) => locale === chosen);
  if (found !== undefined) return found;
  for (const language of navigator.languages) {
    const near = locales.find((locale) => locale.slice(0, 2) === language.slice(0, 2).toLowerCase());
    if (near !== undefined) return near;
  }
  return "en";
}

export function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // a browser that keeps nothing asks again
  }
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
