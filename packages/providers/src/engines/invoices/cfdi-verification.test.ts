import { generateCfdiStamp, seededRandom } from "@codespar/formats";
import { expect, it } from "vitest";
import { merchant } from "../../simulation/merchant.ts";
import type { CfdiDocument } from "./cfdi-document.ts";
import { cfdiVerification } from "./cfdi-verification.ts";

it("asks a page of the sandbox what SAT's page is asked", () => {
  const stamp = generateCfdiStamp(seededRandom(1), 0);
  const document: CfdiDocument = {
    family: "mexico",
    id: "cfdi_1",
    operationId: "tc_1",
    status: "valid",
    kind: "I",
    series: "F",
    folio: 1,
    issuedAt: 0,
    items: [],
    subtotal: 12_922,
    tax: 2_068,
    total: 14_990,
    receiver: { rfc: "GODE561231GR8", use: "G03" },
    stamp,
  };
  const pageUrl = (kind: string, id: string, file = "") => `http://127.0.0.1:4010/${kind}/${id}/${file}`;
  const url = new URL(cfdiVerification({ merchant, pageUrl }, document));
  expect(url.origin + url.pathname).toBe("http://127.0.0.1:4010/invoice/cfdi_1/verificacion");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    id: stamp.UUID,
    re: merchant.rfc,
    rr: "GODE561231GR8",
    tt: "149.90",
    fe: stamp.SelloCFD.slice(-8),
  });
});
