import type { Translator } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import type { ProviderFact, ReadBack } from "./webhook-definition.ts";

export interface ShipmentReadBack {
  translator: Translator;
  /** Our reference as the provider's document of the shipment has it; undefined when it carries none. */
  readReference?:
    | ((id: string, readRaw: Parameters<ReadBack>[1]["readRaw"]) => Promise<string | undefined>)
    | undefined;
}

/** Reads a shipment back by the translator that bought it, and says what is true of it. */
export function readShipmentBack({ translator, readReference }: ShipmentReadBack): ReadBack {
  const { ship, server } = translator;
  if (ship === undefined) throw new TypeError(`${server} ships nothing.`);
  return async (id, { native, readRaw }) => {
    const tracked = await ship({ action: "track", shipment_id: id }, native, {
      operationId: "",
      now: 0,
      environment: "live",
    });
    const { shipment_id, tracking_code, events } = tracked;
    if (shipment_id === undefined || tracking_code === undefined || events === undefined) return [];
    const reference = await readReference?.(id, readRaw);
    const documents = [
      { kind: "shipment", id: shipment_id },
      { kind: "tracking", id: tracking_code },
    ];
    const facts: ProviderFact[] = [];
    for (const [type, statuses] of stages) {
      const event = events.find(({ status }) => statuses.has(status));
      if (event === undefined) continue;
      const data: JsonObject = {
        shipment_id,
        tracking_code,
        status: event.status,
        occurred_at: event.occurred_at,
        ...(event.location === undefined ? {} : { location: event.location }),
      };
      facts.push({ key: `${server} shipment ${shipment_id} ${type}`, type, data, reference, documents });
    }
    return facts;
  };
}

/** In the order in which they come about, each by the first movement that shows it. */
const stages: readonly (readonly [type: string, statuses: ReadonlySet<string>])[] = [
  ["shipment.created", new Set(["created"])],
  ["shipment.in_transit", new Set(["posted", "in_transit", "out_for_delivery"])],
  ["shipment.delivered", new Set(["delivered"])],
];
