import { readFileSync } from "node:fs";
import { operationRules, storeSuite } from "@codespar/backend/testing";
import { expect, it } from "vitest";

const page = readFileSync(new URL("../../../../docs/decisions/operation.md", import.meta.url), "utf8");

/** The rows of the table: a state that is not repeated is the one above. */
function transitions(): string[] {
  const rows = page.split("\n").filter((line) => line.startsWith("|") && !line.startsWith("|---"));
  let from = "";
  return rows.slice(1).flatMap((row) => {
    const cells = row.split("|").map((cell) => cell.replaceAll("`", "").trim());
    from = cells[1] === "" ? from : (cells[1] ?? "");
    const to = cells[4] ?? "";
    if (to === "" || from.includes(" ")) return [];
    return [`${from} > ${to}`];
  });
}

function rules(): string[] {
  const bold = [...page.matchAll(/^- \*\*(.+?)[.:]?\*\*/gm)].map(([, rule = ""]) => rule);
  return [...bold, "After a restart there is nothing special to do"];
}

it("every rule of the page has its case, and every case is one that each store is held to", () => {
  const cases = new Set(storeSuite.map(({ name }) => name));
  const unknown = Object.values(operationRules).flatMap((names) => names.filter((name) => !cases.has(name)));
  expect(unknown).toEqual([]);
  expect(rules().filter((rule) => operationRules[rule] === undefined)).toEqual([]);
  expect(rules().length).toBeGreaterThan(12);
  expect(transitions().filter((transition) => operationRules[transition] === undefined)).toEqual([]);
  expect(transitions().length).toBeGreaterThan(8);
});
