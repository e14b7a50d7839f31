import { chargeId, cobFields, REMOVED, reais } from "../tools/cob-fields.ts";
import type { NativeTool } from "../tools/define-tools.ts";
import { flag, integer, matching, nativeInput, oneOf, shortText, text } from "../tools/native-input.ts";

/** What a bank's prefix is followed by in the names of its tools. */
export const pixVerbs = [
  "create_pix_charge",
  "get_pix_charge",
  "update_pix_charge",
  "list_pix_received",
  "refund_pix",
  "get_pix_refund",
  "create_webhook",
] as const;

export type PixVerb = (typeof pixVerbs)[number];

/** The tools of the Banco Central's API Pix (2.9.0), which every bank offers alike, under a bank's prefix. */
export function pixTools<const Prefix extends string>(
  prefix: Prefix,
): Readonly<Record<`${Prefix}_${PixVerb}`, NativeTool>> {
  const named = pixVerbs.map((verb) => [`${prefix}_${verb}`, tools[verb]]);
  // names that are put together are text to the compiler
  return Object.fromEntries(named) as Record<`${Prefix}_${PixVerb}`, NativeTool>;
}

const received = { e2eId: matching("^[a-zA-Z0-9]{32}$", "The end-to-end id of the Pix that was received.") };
const refundId = "^[a-zA-Z0-9]{1,35}$";

const tools: Readonly<Record<PixVerb, NativeTool>> = {
  create_pix_charge: {
    description: "Creates an immediate Pix charge (cob) for a payer to scan.",
    input: nativeInput(cobFields, "calendario", "valor"),
  },
  get_pix_charge: {
    description: "Reads one Pix charge and what was paid on it.",
    input: nativeInput({ txid: text(), revisao: integer() }, "txid"),
  },
  update_pix_charge: {
    description: `Changes an unpaid Pix charge, or withdraws it with status ${REMOVED}.`,
    input: nativeInput({ ...cobFields, txid: chargeId, status: oneOf(REMOVED) }, "txid"),
  },
  list_pix_received: {
    description: "Lists Pix that were received between two times, oldest first.",
    input: nativeInput(
      {
        inicio: text("ISO 8601."),
        fim: text("ISO 8601."),
        txid: text(),
        txIdPresente: flag(),
        devolucaoPresente: flag(),
        cpf: matching("^\\d{11}$"),
        cnpj: matching("^[0-9A-Z]{14}$"),
        "paginacao.paginaAtual": integer("From 0."),
        "paginacao.itensPorPagina": integer("Default: 100."),
      },
      "inicio",
      "fim",
    ),
  },
  refund_pix: {
    description: "Gives a received Pix back, whole or in part.",
    input: nativeInput(
      {
        ...received,
        id: matching(refundId, "Yours: 1 to 35 letters and digits. Drawn when left out."),
        valor: reais,
        natureza: oneOf("ORIGINAL", "RETIRADA"),
        descricao: shortText(140, "Shown to the payer."),
      },
      "e2eId",
      "valor",
    ),
  },
  get_pix_refund: {
    description: "Reads one return of a received Pix: in process, returned or not carried out.",
    input: nativeInput({ ...received, id: matching(refundId) }, "e2eId", "id"),
  },
  create_webhook: {
    description: "Says where the bank sends its webhooks about the Pix that a key receives.",
    input: nativeInput({ webhookUrl: text(), chave: shortText(77, "The receiver's Pix key.") }, "webhookUrl"),
  },
};
