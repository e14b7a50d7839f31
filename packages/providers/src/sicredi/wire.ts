import { pixWire } from "../pix-banks/pix-wire.ts";
import type { WireTable } from "../wire/wire-entry.ts";

/** Sicredi: boletos on one host, the Banco Central's Pix on another. Balance and statement stand in no public API of the bank. */
export const sicrediWire: WireTable = {
  provider: "sicredi",
  encoding: "json",
  source: "divulgueregional/api-sicredi (2025); bacen/pix-api openapi.yaml 2.9.0",
  confidence: "community",
  tools: {
    sicredi_create_boleto: { post: "/cobranca/boleto/v1/boletos", status: 201 },
    sicredi_get_boleto: { get: "/cobranca/boleto/v1/boletos" },
    sicredi_list_boletos: { get: "/cobranca/boleto/v1/boletos/liquidados/dia" },
    sicredi_cancel_boleto: { patch: "/cobranca/boleto/v1/boletos/{nossoNumero}/baixa", status: 202 },
    ...pixWire("sicredi", { base: "/api/v2", host: "pix", confidence: "spec" }),
  },
};

/** The path was seen in the client, the names of what it is searched by were not. */
export const sicrediReads = {
  sicredi_find_boleto: { get: "/cobranca/boleto/v1/boletos/cadastrados", confidence: "unverified" },
} as const;
