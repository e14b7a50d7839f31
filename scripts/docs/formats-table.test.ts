import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as formats from "@codespar/formats";
import { describe, expect, it } from "vitest";

const readme = readFileSync(join(import.meta.dirname, "../../packages/formats/README.md"), "utf8");
const rows = readme.split("\n").filter((line) => line.startsWith("| "));
const named = new Set(rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name)));

it("names only functions that there are", () => {
  expect(named.size).toBeGreaterThan(100);
  expect([...named].filter((name) => !Object.hasOwn(formats, name))).toEqual([]);
});

it("has every value that can be read or checked", () => {
  const readers = Object.keys(formats).filter((name) => /^(parse|isValid)[A-Z]/.test(name));
  // days of the calendar as numbers and codes of payment providers are for those who build on the library
  const besides = ["parseEpochDay", "isValidPseCus", "isValidAuthorizationProtocol"];
  expect(readers.filter((name) => !named.has(name) && !besides.includes(name))).toEqual([]);
});

describe("the results that stand beside the examples", () => {
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = ""]) => code);
  const checks = blocks.flatMap((code, block) =>
    code.split("\n").flatMap((line) => {
      const [, expression = "", comment = ""] = /^(\S.*); \/\/ (.+)$/.exec(line) ?? [];
      const result = /^(?:"[^"]*"|-?\d+|true|false|undefined|\[[\d, ]+\])/.exec(comment)?.[0];
      return result === undefined ? [] : [{ block, expression, result }];
    }),
  );

  it("are there for each block", () => {
    expect(new Set(checks.map(({ block }) => block)).size).toBe(blocks.length);
  });

  it.each(checks)("$expression is $result", ({ block, expression, result }) => {
    const constants = blocks[block]?.match(/^const [\s\S]*?;(?= |$)/gm) ?? [];
    const isConstant = expression.startsWith("const ");
    const value = isConstant ? /^const \{? ?(\w+)/.exec(expression)?.[1] : expression;
    const before = isConstant ? constants : constants.filter((line) => !line.startsWith(expression));
    const run = new Function(...Object.keys(formats), `${before.join("\n")}\nreturn ${value};`);
    const found: unknown = run(...Object.values(formats));
    // Intl prints no-break spaces
    const shown = typeof found === "string" ? found.replaceAll(/\s/g, " ") : found;
    expect(shown).toEqual(result === "undefined" ? undefined : JSON.parse(result));
  });
});
