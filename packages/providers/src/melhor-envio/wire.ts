import type { WireTable } from "../wire/wire-entry.ts";

/** Melhor Envio: JSON, reais. Its search for a freight by any of its numbers is a path of its own. */
export const melhorEnvioWire: WireTable = {
  provider: "melhor-envio",
  encoding: "json",
  source: "melhorenvio/shipment-sdk-php; AstrotechLabs/melhorenvio-sdk",
  confidence: "community",
  tools: {
    melhor_envio_calculate_shipping: {
      post: "/api/v2/me/shipment/calculate",
      listAs: "data",
      confidence: "spec",
    },
    melhor_envio_list_services: { get: "/api/v2/me/shipment/services", listAs: "data", confidence: "spec" },
    melhor_envio_create_shipment: { post: "/api/v2/me/cart", status: 201 },
    melhor_envio_checkout_cart: { post: "/api/v2/me/shipment/checkout" },
    melhor_envio_generate_label: { post: "/api/v2/me/shipment/generate" },
    melhor_envio_print_label: { post: "/api/v2/me/shipment/print" },
    melhor_envio_track_shipment: { post: "/api/v2/me/shipment/tracking" },
    melhor_envio_cancel_shipment: { post: "/api/v2/me/shipment/cancel" },
    melhor_envio_get_shipment: { get: "/api/v2/me/orders/{id}" },
    melhor_envio_list_shipments: { get: "/api/v2/me/orders", confidence: "unverified" },
    melhor_envio_list_agencies: { get: "/api/v2/me/shipment/agencies", listAs: "data" },
    melhor_envio_get_balance: { get: "/api/v2/me/balance" },
  },
};
