import { pixWire } from "../pix-banks/pix-wire.ts";
import type { WireTable } from "../wire/wire-entry.ts";

/** Itaú: boletos, the Banco Central's Pix, and payments of which only the names are remembered. An account API was found nowhere. */
export const itauWire: WireTable = {
  provider: "itau",
  encoding: "json",
  source: "leandroferreirama/api-itau (2024); bacen/pix-api openapi.yaml 2.9.0",
  confidence: "community",
  tools: {
    itau_create_pix_transfer: { post: "/sispag/v1/transferencias", confidence: "unverified" },
    itau_get_pix_transfer: { get: "/sispag/v1/pagamentos_sispag/{id_pagamento}", confidence: "unverified" },
    itau_create_boleto: { post: "/cash_management/v2/boletos" },
    itau_get_boleto: { get: "/boletoscash/v2/boletos", host: "reading" },
    ...pixWire("itau", { base: "/pix_recebimentos/v2", host: "pix" }),
  },
};
