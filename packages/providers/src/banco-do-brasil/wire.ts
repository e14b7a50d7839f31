import { pixWire } from "../pix-banks/pix-wire.ts";
import type { WireTable } from "../wire/wire-entry.ts";

/** Banco do Brasil: boletos and statement by its own API in reais, the Banco Central's Pix. A balance of its own was found nowhere. */
export const bancoDoBrasilWire: WireTable = {
  provider: "banco-do-brasil",
  encoding: "json",
  source: "BCJTI/bb-smart-sdk and readmes of other clients; bacen/pix-api openapi.yaml 2.9.0",
  confidence: "community",
  tools: {
    banco_do_brasil_get_statement: {
      get: "/extratos/v1/conta-corrente/agencia/{agencia}/conta/{conta}",
      confidence: "unverified",
    },
    banco_do_brasil_create_boleto: { post: "/cobrancas/v2/boletos", status: 201 },
    banco_do_brasil_get_boleto: { get: "/cobrancas/v2/boletos/{id}" },
    ...pixWire("banco_do_brasil", { base: "/pix/v2", host: "pix", confidence: "spec" }),
  },
};
