import { pixWire } from "../pix-banks/pix-wire.ts";
import type { WireTable } from "../wire/wire-entry.ts";

/** Banco Inter: the Banco Central's Pix under `/pix/v2`, boletos and account by its own API in reais. */
export const interWire: WireTable = {
  provider: "inter",
  encoding: "json",
  source: "inter-co/pj-sdk-java; bacen/pix-api openapi.yaml 2.9.0",
  confidence: "spec",
  tools: {
    inter_create_boleto: { post: "/cobranca/v3/cobrancas" },
    inter_get_boleto: { get: "/cobranca/v3/cobrancas/{codigoSolicitacao}" },
    inter_list_boletos: { get: "/cobranca/v3/cobrancas" },
    inter_cancel_boleto: { post: "/cobranca/v3/cobrancas/{codigoSolicitacao}/cancelar", status: 202 },
    ...pixWire("inter", { base: "/pix/v2" }),
    inter_get_balance: { get: "/banking/v2/saldo" },
    inter_get_statement: { get: "/banking/v2/extrato" },
    inter_create_transfer: { post: "/banking/v2/pix" },
  },
};
