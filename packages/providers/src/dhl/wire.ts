import type { WireTable } from "../wire/wire-entry.ts";

/** MyDHL API, in JSON. */
export const dhlWire: WireTable = {
  provider: "dhl",
  encoding: "json",
  source: "defuzzy-labs/dhl_express_client, generated from DHL's OpenAPI description 2.7.2",
  confidence: "spec",
  tools: {
    dhl_get_rates: { post: "/rates" },
    dhl_create_shipment: { post: "/shipments", status: 201 },
    dhl_get_label: { get: "/shipments/{shipmentTrackingNumber}/get-image" },
    dhl_track_shipment: { get: "/shipments/{shipmentTrackingNumber}/tracking" },
    dhl_track_by_reference: { get: "/tracking" },
    dhl_create_pickup: { post: "/pickups", status: 201 },
    dhl_cancel_pickup: { delete: "/pickups/{dispatchConfirmationNumber}" },
  },
};
