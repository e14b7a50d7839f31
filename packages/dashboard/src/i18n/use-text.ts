import { createContext, useContext } from "react";
import type { Format } from "./format.ts";
import type { Locale } from "./locale.ts";
import type { MessageKey } from "./messages.ts";

export interface Text {
  locale: Locale;
  t(key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  format: Format;
  setLocale(locale: Locale): void;
}

export const TextContext = createContext<Text | undefined>(undefined);

/** Texts and formats of the language that is shown. */
export function useText(): Text {
  const text = useContext(TextContext);
  if (text === undefined) throw new Error("There is no language here. Render inside TextProvider.");
  return text;
}
