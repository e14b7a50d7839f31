import { en } from "./en.ts";
import type { Locale } from "./locale.ts";
import type { Messages } from "./messages.ts";

/** The texts of a language; the two that are not English come in files of their own. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  switch (locale) {
    case "en":
      return en;
    case "pt-BR":
      return (await import("./pt-br.ts")).ptBr;
    case "es-MX":
      return (await import("./es-mx.ts")).esMx;
    default:
      return locale satisfies never;
  }
}

/** A text with what stands between braces put in. */
export function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
