import { expect, it } from "vitest";
import { describeParcel, isLabel, stopsOf } from "./describe-parcel.ts";

it("says for whom and where to; else by its code", () => {
  expect(describeParcel({ recipient: { name: "Ana" }, destination: { city: "Manaus" } })).toBe("Ana, Manaus");
  expect(describeParcel({ trackingCode: "QB1", destination: { city: "Manaus" } })).toBe("QB1, Manaus");
  expect(describeParcel({})).toBe("");
});

it("tells labels from quotes", () => {
  expect(isLabel({ status: "succeeded" }, "created")).toBe(true);
  expect(isLabel({ status: "succeeded" }, undefined)).toBe(false);
  expect(isLabel({ status: "unknown" }, undefined)).toBe(true);
});

it("reads the stops that have a time, whatever else is there", () => {
  expect(
    stopsOf([
      { at: 1, status: "posted", description: "Postado", place: "São Paulo/SP" },
      { at: 2, status: "in_transit", description: "Em trânsito" },
      { status: "lost" },
    ]),
  ).toEqual([
    { at: 1, status: "posted", text: "Postado", place: "São Paulo/SP" },
    { at: 2, status: "in_transit", text: "Em trânsito", place: undefined },
  ]);
  expect(stopsOf(undefined)).toEqual([]);
  expect(stopsOf("x")).toEqual([]);
});
