export type Language = "en" | "es" | "pt";

/** The language that a browser asks for first, among those that the pages have; English otherwise. */
export function readLanguage(acceptLanguage: string | null): Language {
  const asked = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [language = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters
        .map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1])
        .find((q) => q !== undefined);
      return { language: language.slice(0, 2), quality: Number(quality ?? 1) };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of asked) {
    if (language === "en" || language === "es" || language === "pt") return language;
  }
  return "en";
}
