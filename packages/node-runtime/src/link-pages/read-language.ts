export type Language = "en" | "es" | "pt";

/** Whose conventions numbers follow where a browser names a language and no country. */
const locales: Readonly<Record<Language, string>> = { en: "en", es: "es-MX", pt: "pt-BR" };

/** The language that a browser asks for first, among those that the pages have; English otherwise. */
export function readLanguage(acceptLanguage: string | null): Language {
  return readLocale(acceptLanguage).language;
}

/** The same with its country, by which numbers are written: a comma in Argentina is a point in Mexico. */
export function readLocale(acceptLanguage: string | null): { language: Language; locale: string } {
  const asked = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [language = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters
        .map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1])
        .find((q) => q !== undefined);
      return { tag: language, language: language.slice(0, 2), quality: Number(quality ?? 1) };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag, language } of asked) {
    if (language === "en" || language === "es" || language === "pt") {
      return { language, locale: /^[a-z]{2}-[a-z]{2}$/.test(tag) ? tag : locales[language] };
    }
  }
  return { language: "en", locale: locales.en };
}
