import type { WireTable } from "../wire/wire-entry.ts";

/** Facturama's Web API, which issues for one company: JSON in Pascal case, pesos. Version 3 of `cfdis` is CFDI 4.0. */
export const facturamaWire: WireTable = {
  provider: "facturama",
  encoding: "json",
  source: "Facturama/facturama-dotnet-sdk Services, fc030d7 of 2026-07-21",
  confidence: "spec",
  tools: {
    facturama_create_cfdi: { post: "/3/cfdis", status: 201 },
    facturama_get_cfdi: { get: "/cfdi/{id}" },
    facturama_list_cfdi: { get: "/cfdi", listAs: "Data" },
    facturama_cancel_cfdi: { delete: "/cfdi/{id}" },
    facturama_create_client: { post: "/client", status: 201 },
    facturama_list_clients: { get: "/client", listAs: "Data" },
    facturama_create_product: { post: "/product", status: 201 },
    facturama_get_catalog: { get: "/catalogs/{name}", listAs: "Data" },
  },
};
