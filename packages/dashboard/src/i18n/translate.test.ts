import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { esMx } from "./es-mx.ts";
import { createFormat } from "./format.ts";
import { ptBr } from "./pt-br.ts";
import { fill } from "./translate.ts";

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe.each([
  ["pt-BR", ptBr],
  ["es-MX", esMx],
] as const)("the texts in %s", (_locale, messages) => {
  it("take the same values as the English ones", () => {
    for (const [key, text] of Object.entries(en)) {
      // both have the same keys, or they would not compile
      expect([key, holes(messages[key as keyof typeof en])]).toEqual([key, holes(text)]);
    }
  });

  it("are none of them empty", () => {
    expect(Object.values(messages).filter((text) => text.trim() === "")).toEqual([]);
  });
});

it("puts values in, and nothing into those", () => {
  expect(fill("{a} of {b}", { a: "{b}", b: 2 })).toBe("{b} of 2");
  expect(fill("{missing}", {})).toBe("{missing}");
});

describe("formats", () => {
  const plain = (text: string) => text.replaceAll(/\s/g, " ");

  it("write money as each country does, minor units or none", () => {
    expect(plain(createFormat("pt-BR").money(129_80, "BRL"))).toBe("R$ 129,80");
    expect(plain(createFormat("es-MX").money(250_00, "MXN"))).toBe("$250.00");
    expect(plain(createFormat("en").money(5000, "CLP"))).toBe("CLP 5,000");
    expect(plain(createFormat("pt-BR").money(5, "nonsense"))).toBe("5 nonsense");
  });

  it("write every amount exactly, however large and in every language", () => {
    const separators = { en: [",", "."], "es-MX": [",", "."], "pt-BR": [".", ","] } as const;
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.constantFrom("en", "es-MX", "pt-BR"),
        fc.constantFrom(["BRL", 2], ["MXN", 2], ["ARS", 2], ["CLP", 0]),
        (amount, locale, [currency, decimals]) => {
          const [group, point] = separators[locale as keyof typeof separators];
          const text = createFormat(locale as keyof typeof separators).money(amount, String(currency));
          const digits = text.replaceAll(group, "").replace(/[^\d.,]/g, "");
          expect(digits.includes(point)).toBe(decimals === 2);
          expect(BigInt(digits.replace(point, ""))).toBe(BigInt(Math.abs(amount)));
          expect(/[-\u2212]/.test(text)).toBe(amount < 0);
        },
      ),
    );
    expect(plain(createFormat("pt-BR").money(9_007_199_254_740_991, "BRL"))).toBe("R$ 90.071.992.547.409,91");
    expect(createFormat("en").money(-5, "USD")).toBe("-$0.05");
  });

  it("say how far away a moment is, in either direction", () => {
    const { relative } = createFormat("en");
    const now = Date.parse("2026-04-01T00:00:00Z");
    expect(relative(now + 90_000, now)).toBe("in 1 min.");
    expect(relative(now - 3 * 3_600_000, now)).toBe("3 hr. ago");
    expect(relative(now, now)).toBe("now");
  });

  it("write durations, shares, countries and times of day", () => {
    const [en, pt, es] = (["en", "pt-BR", "es-MX"] as const).map(createFormat);
    expect([en?.duration(7), en?.duration(1250), pt?.duration(1250)]).toEqual(["7 ms", "1.3 s", "1,3 s"]);
    expect([en?.percent(23.94), pt?.percent(23.94)].map((text) => plain(text ?? ""))).toEqual([
      "23.9%",
      "23,9%",
    ]);
    expect([en, pt, es].map((format) => format?.country("BR"))).toEqual(["Brazil", "Brasil", "Brasil"]);
    expect(plain(pt?.clock("2026-03-02T21:05:00") ?? "")).toBe("21:05");
    expect(plain(en?.minute("2026-03-02T21:05:00") ?? "")).toBe("Mar 2, 2026, 9:05 PM");
  });

  it("name the days of a period in UTC, wherever one is", () => {
    expect(createFormat("en").day("2026-04-01T00:00:00Z")).toBe("Apr 1, 2026");
    expect(createFormat("en").month("2026-04")).toBe("April 2026");
  });
});
