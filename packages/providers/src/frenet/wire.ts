import type { WireTable } from "../wire/wire-entry.ts";

/** Frenet: JSON in PascalCase, reais. Nothing of it changes anything. */
export const frenetWire: WireTable = {
  provider: "frenet",
  encoding: "json",
  source: "FrenetGatewaydeFretes/frenet-php",
  confidence: "spec",
  tools: {
    frenet_calculate_shipping: { post: "/shipping/quote" },
    frenet_list_carriers: { get: "/shipping/info" },
    frenet_track_shipment: { post: "/tracking/trackinginfo" },
    frenet_get_cep: { get: "/CEP/Address/{cep}" },
  },
};
