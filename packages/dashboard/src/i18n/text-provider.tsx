import { type ReactNode, useEffect, useMemo, useState } from "react";
import { createFormat } from "./format.ts";
import { chooseLocale, type Locale, rememberLocale } from "./locale.ts";
import type { Messages } from "./messages.ts";
import { fill, loadMessages } from "./translate.ts";
import { type Text, TextContext } from "./use-text.ts";

/** Loads the language's texts, and shows what is inside once they are there. */
export function TextProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(chooseLocale);
  const [messages, setMessages] = useState<Messages>();

  useEffect(() => {
    let isCurrent = true;
    loadMessages(locale).then((loaded) => {
      if (!isCurrent) return;
      document.documentElement.lang = locale;
      setMessages(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [locale]);

  const text = useMemo<Text | undefined>(
    () =>
      messages && {
        locale,
        format: createFormat(locale),
        t: (key, values) => fill(messages[key], values),
        setLocale(next) {
          rememberLocale(next);
          setLocale(next);
        },
      },
    [locale, messages],
  );
  return text === undefined ? null : <TextContext value={text}>{children}</TextContext>;
}
