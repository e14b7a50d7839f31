import { expect, it } from "vitest";
import { cfdiUseFitsRegime, regimeFitsRfc, SAT_REGIMES } from "./sat-catalogue.ts";

// SAT, catalogues c_RegimenFiscal and c_UsoCFDI of the CFDI 4.0
it.each([
  ["601", "EKU9003173C9", true],
  ["601", "GODE561231GR8", false],
  ["612", "GODE561231GR8", true],
  ["612", "EKU9003173C9", false],
  ["626", "EKU9003173C9", true],
  ["616", "XAXX010101000", true],
  ["999", "EKU9003173C9", false],
  ["constructor", "EKU9003173C9", false],
])("regime %s and RFC %s: %s", (regime, rfc, fits) => {
  expect(regimeFitsRfc(regime, rfc)).toBe(fits);
});

it.each([
  ["G03", "601", true],
  ["G03", "605", false],
  ["G03", "616", false],
  ["G02", "616", true],
  ["S01", "616", true],
  ["D01", "605", true],
  ["D01", "601", false],
  ["CN01", "605", true],
  ["CN01", "601", false],
  ["D11", "605", false],
  ["X99", "601", false],
])("use %s under regime %s: %s", (use, regime, fits) => {
  expect(cfdiUseFitsRegime(use, regime)).toBe(fits);
});

it("lets everybody have a CFDI without tax effects", () => {
  for (const regime of Object.keys(SAT_REGIMES)) expect(cfdiUseFitsRegime("S01", regime)).toBe(true);
});
