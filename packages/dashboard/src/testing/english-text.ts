import { en } from "../i18n/en.ts";
import { createFormat } from "../i18n/format.ts";
import { fill } from "../i18n/translate.ts";
import type { Text } from "../i18n/use-text.ts";

/** The page's texts as an English reader sees them. */
export const englishText: Text = {
  locale: "en",
  t: (key, values) => fill(en[key], values),
  format: createFormat("en"),
  setLocale: () => {},
};
