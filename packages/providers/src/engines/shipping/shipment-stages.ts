import type { Country, ShipmentStatus } from "@codespar/contract";
import { COUNTRIES, startOfDate } from "@codespar/formats";

export interface ShipmentStage {
  status: ShipmentStatus;
  /** Which end it happens at. */
  where: "origin" | "destination";
  pt: string;
  es: string;
}

/** What happens to a parcel after its label was made, in order. */
export const shipmentStages: readonly ShipmentStage[] = [
  { status: "posted", where: "origin", pt: "Objeto postado", es: "Paquete recibido por la paquetería" },
  {
    status: "in_transit",
    where: "origin",
    pt: "Objeto em trânsito",
    es: "En tránsito desde el centro de origen",
  },
  {
    status: "in_transit",
    where: "destination",
    pt: "Objeto na unidade de distribuição",
    es: "En el centro de distribución de destino",
  },
  {
    status: "out_for_delivery",
    where: "destination",
    pt: "Objeto saiu para entrega ao destinatário",
    es: "En reparto",
  },
  { status: "delivered", where: "destination", pt: "Objeto entregue ao destinatário", es: "Entregado" },
];

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/**
 * When each stage happens: posted 4 h after the label, on the road 2 h later, out for delivery at 8 h local time
 * of the delivery date and delivered at 14:30.
 */
export function planStages(createdAt: number, deliveryDate: string, country: Country): number[] {
  const dayStart = startOfDate(deliveryDate, COUNTRIES[country].timeZone);
  const posted = createdAt + 4 * HOUR_MS;
  const departed = posted + 2 * HOUR_MS;
  const outForDelivery = Math.max(dayStart + 8 * HOUR_MS, departed + 2 * HOUR_MS);
  const arrived = departed + Math.floor(((outForDelivery - departed) * 3) / 4 / MINUTE_MS) * MINUTE_MS;
  const delivered = Math.max(dayStart + 14.5 * HOUR_MS, outForDelivery + HOUR_MS);
  return [posted, departed, arrived, outForDelivery, delivered];
}
