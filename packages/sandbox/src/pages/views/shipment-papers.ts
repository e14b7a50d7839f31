import { publicTrackingCode } from "@codespar/providers/simulated";
import type { ShipmentPage } from "@codespar/sandbox-core";
import type { LabelView } from "../documents/render-label.ts";
import { getSeller } from "./seller.ts";

export function labelView({ shipment, merchant }: ShipmentPage): LabelView {
  const { recipient, origin, destination, parcels } = shipment;
  const [first] = parcels;
  const seller = getSeller(merchant);
  return {
    language: shipment.country === "BR" ? "pt" : "es",
    carrier: shipment.carrier,
    service: shipment.serviceName,
    code: publicTrackingCode(shipment),
    number: shipment.number,
    sender: { name: seller.name, phone: seller.phone, ...origin },
    recipient: {
      name: recipient.name ?? "",
      street: recipient.address,
      phone: recipient.phone,
      ...destination,
    },
    weight: parcels.reduce((sum, { weightG }) => sum + weightG, 0),
    measures: first === undefined ? "" : `${first.lengthCm} x ${first.widthCm} x ${first.heightCm} cm`,
    parcels: parcels.length,
    createdAt: shipment.createdAt,
    isCancelled: shipment.status === "cancelled",
  };
}
