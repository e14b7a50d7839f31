import { cfdiVerificationUrl, formatMajorUnits } from "@codespar/formats";
import type { SimulationContext } from "../../simulation/provider-definition.ts";
import type { CfdiDocument } from "./cfdi-document.ts";

/** What the QR code of a CFDI opens: SAT's parameters, at a page of the sandbox instead of SAT's. */
export function cfdiVerification(
  { pageUrl, merchant }: Pick<SimulationContext, "merchant" | "pageUrl">,
  { id, stamp, receiver, total }: CfdiDocument,
): string {
  const page = cfdiVerificationUrl({
    uuid: stamp.UUID,
    issuerRfc: merchant.rfc,
    receiverRfc: receiver.rfc,
    total: formatMajorUnits(total, "MXN"),
    seal: stamp.SelloCFD,
    page: "verificacion",
  });
  return pageUrl("invoice", id, page);
}
