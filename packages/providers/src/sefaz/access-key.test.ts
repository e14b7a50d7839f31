import type { JsonObject } from "@codespar/contract";
import { parseDfeAccessKey } from "@codespar/formats";
import fc from "fast-check";
import { expect, it } from "vitest";
import { getAccessKey, withAccessKey } from "./access-key.ts";

const document = (ide: JsonObject): JsonObject => ({
  ide: { cUF: "35", mod: 55, serie: 1, nNF: 7, dhEmi: "2026-11-20T12:00:00-03:00", tpEmis: 1, ...ide },
  emit: { CNPJ: "11222333000181" },
});

it("is the same for the same document, and of the parts that the document has", () => {
  const key = getAccessKey(withAccessKey(document({}))) ?? "";
  expect(getAccessKey(withAccessKey(document({})))).toBe(key);
  expect(key.slice(0, 34)).toBe("3526111122233300018155001000000007");
  expect(withAccessKey(document({}))).toMatchObject({ ide: { cNF: key.slice(35, 43), cDV: key.slice(43) } });
  expect(getAccessKey(withAccessKey(document({ nNF: 8 })))).not.toBe(key);
});

it("has the month that dhEmi says, whichever state it is in and whatever its offset (SEFAZ 502)", () => {
  const states = fc.constantFrom("11", "12", "13", "14", "35", "50", "51");
  const offsets = fc.constantFrom("-02:00", "-03:00", "-04:00", "-05:00");
  const days = fc.constantFrom(
    "2026-11-30T23:59:59",
    "2026-12-01T00:00:00",
    "2026-12-31T23:30:00",
    "2027-01-01T00:30:00",
  );
  fc.assert(
    fc.property(states, offsets, days, (cUF, offset, day) => {
      const key = getAccessKey(withAccessKey(document({ cUF, dhEmi: `${day}${offset}` }))) ?? "";
      expect(parseDfeAccessKey(key)).toBeDefined();
      expect(key.slice(2, 6)).toBe(`${day.slice(2, 4)}${day.slice(5, 7)}`);
    }),
  );
});

it("stays as it is where it is there already, and is not made up where a part is missing", () => {
  const whole = withAccessKey(document({}));
  expect(withAccessKey(whole)).toBe(whole);
  for (const missing of ["cUF", "mod", "serie", "nNF", "dhEmi"])
    expect(getAccessKey(withAccessKey(document({ [missing]: null })))).toBeUndefined();
});
