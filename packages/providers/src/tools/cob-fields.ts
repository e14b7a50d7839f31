import type { JsonSchema } from "@codespar/contract";
import { integer, listOf, matching, object, shortText } from "./native-input.ts";

/** What the receiver sets to withdraw a charge (BCB, "API Pix"). */
export const REMOVED = "REMOVIDA_PELO_USUARIO_RECEBEDOR";

/** An amount as the Pix API has it: ten digits, a point and two digits. */
export const reais = matching("^\\d{1,10}\\.\\d{2}$", "Reais with two decimals, such as 159.90.");

/** The id of a charge, which whoever makes it chooses. */
export const chargeId = matching("^[a-zA-Z0-9]{26,35}$", "26 to 35 letters and digits.");

/** Arguments of an immediate charge in the Pix API that every bank offers alike (BCB, "API Pix", `cob`). */
export const cobFields: Record<string, JsonSchema> = {
  txid: { ...chargeId, description: "Yours: 26 to 35 letters and digits. Drawn when left out." },
  calendario: object({ expiracao: integer("Seconds. Default: 86400.") }),
  devedor: object({
    cpf: matching("^\\d{11}$"),
    cnpj: matching("^[0-9A-Z]{14}$"),
    nome: shortText(200),
  }),
  valor: object({ original: reais }, "original"),
  chave: shortText(77, "The receiver's Pix key. Default: the account's own."),
  solicitacaoPagador: shortText(140, "Shown to the payer."),
  infoAdicionais: listOf(
    object({ nome: shortText(50), valor: shortText(200) }),
    [0, 50],
    "`referencia` is your own id of the order.",
  ),
};
