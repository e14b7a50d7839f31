import { pixWire } from "../pix-banks/pix-wire.ts";
import type { WireTable } from "../wire/wire-entry.ts";

/**
 * Bradesco: boletos by its hybrid product in centavos, the Banco Central's Pix on a host that is inferred. Payments by Pix were found in
 * no source.
 */
export const bradescoWire: WireTable = {
  provider: "bradesco",
  encoding: "json",
  source: "matfatjoe/bradesco-api (2026); bacen/pix-api openapi.yaml 2.9.0",
  confidence: "community",
  tools: {
    bradesco_get_balance: { get: "/v1/fornecimento-saldos-contas/saldos", confidence: "unverified" },
    bradesco_get_statement: { get: "/v1.1/fornecimento-extratos-contas/extratos", confidence: "unverified" },
    bradesco_create_boleto: { post: "/boleto-hibrido/cobranca-registro/v1/gerarBoleto" },
    bradesco_get_boleto: { post: "/boleto-hibrido/cobranca-consulta-titulo/v1/consultar" },
    ...pixWire("bradesco", { base: "/v2", host: "pix", confidence: "unverified" }),
  },
};
