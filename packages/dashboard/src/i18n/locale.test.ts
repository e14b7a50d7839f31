import { afterEach, expect, it, vi } from "vitest";
import { chooseLocale, rememberLocale } from "./locale.ts";

afterEach(() => vi.unstubAllGlobals());

function browser({ languages, kept = {} }: { languages: readonly string[]; kept?: Record<string, string> }) {
  vi.stubGlobal("navigator", { languages });
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept[name] ?? null,
    setItem: (name: string, value: string) => {
      kept[name] = value;
    },
  });
}

it.each([
  [["pt-PT", "en"], "pt-BR"],
  [["ES-ar"], "es-MX"],
  [["de", "es"], "es-MX"],
  [["ja"], "en"],
  [[], "en"],
])("for a browser in %j the page is in %s", (languages, locale) => {
  browser({ languages });
  expect(chooseLocale()).toBe(locale);
});

it("keeps what was chosen, whatever the browser speaks", () => {
  browser({ languages: ["en"] });
  rememberLocale("es-MX");
  expect(chooseLocale()).toBe("es-MX");
});

it("goes on in a browser that keeps nothing, or something else", () => {
  browser({ languages: ["pt"], kept: { "codespar.locale": "klingon" } });
  expect(chooseLocale()).toBe("pt-BR");
  const refuse = () => {
    throw new Error("no storage");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse });
  rememberLocale("en");
  expect(chooseLocale()).toBe("pt-BR");
});
