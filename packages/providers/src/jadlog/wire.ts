import type { WireTable } from "../wire/wire-entry.ts";

/** Jadlog's Embarcador API, in JSON. No call is known that gives a label. */
export const jadlogWire: WireTable = {
  provider: "jadlog",
  encoding: "json",
  source: "Jadlog/magento-2.3, the official plug-in",
  confidence: "spec",
  tools: {
    jadlog_calculate_shipping: { post: "/frete/valor" },
    jadlog_create_shipment: { post: "/pedido/incluir" },
    jadlog_track_shipment: { post: "/tracking/consultar" },
    jadlog_cancel_shipment: { post: "/pedido/cancelar", confidence: "unverified" },
    jadlog_list_pickup_points: { post: "/pickup/pudos/{cep}", listAs: "pudos" },
  },
};
