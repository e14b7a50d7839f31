import { describe, expect, it } from "vitest";
import { readLanguage, readLocale } from "./read-language.ts";
import { readForm, readJsonText } from "./read-request.ts";

const post = (type: string, body: string) =>
  new Request("http://127.0.0.1/", { method: "POST", headers: { "content-type": type }, body });

describe("readForm", () => {
  it("reads a form, whatever stands behind its type", async () => {
    const form = await readForm(post("application/x-www-form-urlencoded; charset=UTF-8", "api_key=a%26b&x="));
    expect(form?.get("api_key")).toBe("a&b");
    expect(form?.get("x")).toBe("");
  });

  it("takes nothing else, so that no other page can send it without asking, and nothing too large", async () => {
    expect(await readForm(post("text/plain", "api_key=a"))).toBeUndefined();
    expect(await readForm(post("application/json", "{}"))).toBeUndefined();
    const large = `a=${"x".repeat(100_001)}`;
    expect(await readForm(post("application/x-www-form-urlencoded", large))).toBeUndefined();
  });

  it("reads characters that were cut between two pieces", async () => {
    const bytes = new TextEncoder().encode("name=São");
    const body = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    // Node.js asks for it, and the types do not know it
    const init = { method: "POST", headers, body, duplex: "half" };
    const request = new Request("http://127.0.0.1/", init);
    expect((await readForm(request))?.get("name")).toBe("São");
  });
});

describe("readJsonText", () => {
  it.each([
    ['{"token":"abc"}', "abc"],
    ['{"token":1}', undefined],
    ['{"other":"abc"}', undefined],
    ["[]", undefined],
    ["null", undefined],
    ["{", undefined],
    ["", undefined],
  ])("of %s is %j", async (body, text) => {
    expect(await readJsonText(post("application/json", body), "token")).toBe(text);
  });
});

describe("readLanguage", () => {
  it.each([
    [null, "en"],
    ["", "en"],
    ["pt-BR,pt;q=0.9,en;q=0.8", "pt"],
    ["de-DE, es-MX;q=0.7, en;q=0.8", "en"],
    ["fr, es;q=0.5", "es"],
    ["en;q=0.1, pt;q=0.2", "pt"],
    ["*", "en"],
  ])("of %j is %s", (header, language) => {
    expect(readLanguage(header)).toBe(language);
  });
});

it.each([
  ["es-MX,es;q=0.9", "es-mx"],
  ["es-AR", "es-ar"],
  ["es", "es-MX"],
  ["es-419", "es-MX"],
  ["pt;q=0.5", "pt-BR"],
  ["de-DE", "en"],
])("numbers for %j are written as in %s", (header, locale) => {
  expect(readLocale(header).locale).toBe(locale);
  expect(() => new Intl.NumberFormat(readLocale(header).locale)).not.toThrow();
});
