import type { CallContext } from "../../simulation/provider-definition.ts";
import type { PostalPlace } from "./locate-postal-code.ts";
import type { Parcel, ServiceQuote } from "./quote-services.ts";
import {
  type Shipment,
  type ShipmentPlace,
  type ShipmentRecipient,
  shipmentCodeKind,
  shipmentKind,
} from "./shipment.ts";
import { shipmentEventData } from "./shipment-event-data.ts";
import { planStages } from "./shipment-stages.ts";

export interface ShipmentDraft {
  id: string;
  number: string;
  trackingCode: string;
  /** @default "creation" */
  trackingFrom?: Shipment["trackingFrom"] | undefined;
  quote: ServiceQuote;
  from: PostalPlace;
  to: PostalPlace;
  parcels: readonly Parcel[];
  recipient: ShipmentRecipient;
  /** The shipper's own order number. */
  reference?: string | undefined;
}

/** Makes a label: the shipment is there, its webhook sent, its way through the stages begun. */
export function createShipment(context: CallContext, draft: ShipmentDraft): Shipment {
  const { id, number, trackingCode, trackingFrom = "creation", quote, from, to } = draft;
  const shipment: Shipment = {
    id,
    operationId: context.operationId,
    number,
    trackingCode,
    trackingFrom,
    carrier: quote.service.carrier,
    serviceCode: quote.service.code,
    serviceName: quote.service.name,
    country: from.country,
    currency: quote.currency,
    amount: quote.amount,
    days: quote.days,
    origin: getPlace(from),
    destination: getPlace(to),
    recipient: draft.recipient,
    reference: draft.reference,
    parcels: [...draft.parcels],
    status: "created",
    events: [
      {
        status: "created",
        description: from.country === "BR" ? "Etiqueta emitida" : "Guía generada",
        at: context.now,
      },
    ],
    plan: planStages(context.now, quote.deliveryDate, from.country),
    createdAt: context.now,
    deliveryDate: quote.deliveryDate,
  };
  context.put(shipmentKind, id, shipment);
  for (const code of new Set([number, trackingCode])) context.put(shipmentCodeKind, code, { shipmentId: id });
  context.notify(context.operationId, "shipment.created", shipmentEventData(shipment));
  scheduleNextStage(shipment, context);
  return shipment;
}

/** Asks to be woken at the shipment's next stage, if there is one. */
export function scheduleNextStage(shipment: Shipment, context: Pick<CallContext, "schedule">): void {
  const at = shipment.plan[shipment.events.length - 1];
  if (at !== undefined) context.schedule(at, "advance_shipment", shipmentKind, shipment.id);
}

function getPlace({ postalCode, city, state }: PostalPlace): ShipmentPlace {
  return { postalCode, city, state };
}
