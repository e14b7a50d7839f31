import type { JsonSchema } from "@codespar/contract";
import { integer, list, object, oneOf, text } from "./native-input.ts";

/** What the receiver sets to withdraw a charge (BCB, "API Pix"). */
export const REMOVED = "REMOVIDA_PELO_USUARIO_RECEBEDOR";

/** Arguments of an immediate charge in the Pix API that every bank offers alike (BCB, "API Pix", `cob`). */
export const cobFields: Record<string, JsonSchema> = {
  txid: text("26 to 35 letters and digits. Drawn by the bank when left out."),
  calendario: object({ expiracao: integer("Seconds. Default: 3600.") }),
  devedor: object({ cpf: text(), cnpj: text(), nome: text() }),
  valor: object({ original: text("Reais with two decimals, such as 159.90.") }, "original"),
  chave: text("The receiver's Pix key. Default: the account's own."),
  solicitacaoPagador: text("Shown to the payer."),
  infoAdicionais: list(object({ nome: text(), valor: text() }), "`referencia` is your own id of the order."),
  status: oneOf(REMOVED),
};
