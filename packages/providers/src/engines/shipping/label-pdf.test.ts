import { expect, it } from "vitest";
import { labelPdf } from "./label-pdf.ts";
import type { Shipment } from "./shipment.ts";

const shipment: Shipment = {
  id: "1",
  operationId: "tc_1",
  number: "1234567890",
  trackingCode: "1234567890",
  trackingFrom: "creation",
  carrier: "DHL Express",
  serviceCode: "N",
  serviceName: "EXPRESS (DOMESTIC)",
  country: "MX",
  currency: "MXN",
  amount: 100,
  days: 1,
  origin: { postalCode: "06600", city: "Ciudad de México", state: "CDMX" },
  destination: { postalCode: "97000", city: "Mérida", state: "Yucatán" },
  recipient: { name: "Łukasz Peña" },
  parcels: [],
  status: "created",
  events: [],
  plan: [],
  createdAt: 0,
  deliveryDate: "2026-11-23",
};

it("is a PDF whose table finds each object, with the code and the place on it", () => {
  const file = atob(labelPdf(shipment));
  expect(file).toMatch(/^%PDF-1\.4\n[\s\S]*%%EOF\n$/);
  const start = Number(/startxref\n(\d+)/.exec(file)?.[1]);
  expect(file.slice(start)).toMatch(/^xref\n0 6\n/);
  const offsets = [...file.slice(start).matchAll(/^(\d{10}) 00000 n /gm)].map(([, offset]) => Number(offset));
  expect(offsets.map((offset) => file.slice(offset, offset + 7))).toEqual(
    [1, 2, 3, 4, 5].map((n) => `${n} 0 obj`),
  );
  const [, length, content = ""] = /\/Length (\d+) >>\nstream\n([\s\S]*)\nendstream/.exec(file) ?? [];
  expect(content).toHaveLength(Number(length));
  for (const said of [
    "(1234567890)",
    "(97000 M\xe9rida, Yucat\xe1n)",
    "(?ukasz Pe\xf1a)",
    "EXPRESS \\(DOMESTIC\\)",
  ])
    expect(content).toContain(said);
});
