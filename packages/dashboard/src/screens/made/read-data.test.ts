import { expect, it } from "vitest";
import { dataOf, objectOf, textOf } from "./read-data.ts";

it("reads what there is of a result, and takes nothing for what it is not", () => {
  const result = { data: { id: "x", n: 5, empty: "", customer: { name: "Ana" }, list: [1], nothing: null } };
  // as a result has it
  const data = dataOf({ result } as unknown as Parameters<typeof dataOf>[0]);
  expect([textOf(data, "id"), textOf(data, "n"), textOf(data, "empty"), textOf(data, "toString")]).toEqual([
    "x",
    undefined,
    "",
    undefined,
  ]);
  expect(objectOf(data, "customer")).toEqual({ name: "Ana" });
  for (const name of ["list", "nothing", "id", "missing"]) expect(objectOf(data, name)).toEqual({});
  expect(dataOf(undefined)).toEqual({});
  expect(dataOf({ result: null })).toEqual({});
});
