import type { WireTable } from "../wire/wire-entry.ts";

/** Chilexpress's three products, in JSON. */
export const chilexpressWire: WireTable = {
  provider: "chilexpress",
  encoding: "json",
  source: "cxpdevelopers/WooCommerce_Chilexpress_Oficial, the official plug-in",
  confidence: "spec",
  tools: {
    chilexpress_get_rates: { post: "/rating/api/v1.0/rates/courier" },
    chilexpress_create_transport_order: { post: "/transport-orders/api/v1.0/transport-orders" },
    chilexpress_track_shipment: { post: "/transport-orders/api/v1.0/tracking" },
    chilexpress_list_coverage_areas: { get: "/georeference/api/v1.0/coverage-areas" },
  },
};
