import type { WireTable } from "../wire/wire-entry.ts";

/** Skydropx Pro: JSON, shipments in JSON:API. */
export const skydropxWire: WireTable = {
  provider: "skydropx",
  encoding: "json",
  source: "pro.skydropx.com API documentation, of 2025-09",
  confidence: "doc",
  tools: {
    skydropx_get_rates: { post: "/api/v1/quotations", status: 201 },
    skydropx_get_quotation: { get: "/api/v1/quotations/{id}" },
    skydropx_create_shipment: { post: "/api/v1/shipments", status: 202 },
    skydropx_get_shipment: { get: "/api/v1/shipments/{id}" },
    skydropx_list_shipments: { get: "/api/v1/shipments" },
    skydropx_track_shipment: { get: "/api/v1/shipments/tracking" },
    skydropx_list_carriers: { get: "/api/v1/shipments/carrier_services", confidence: "community" },
    skydropx_cancel_shipment: { post: "/api/v1/shipments/{shipment_id}/cancellations", status: 201 },
  },
};
