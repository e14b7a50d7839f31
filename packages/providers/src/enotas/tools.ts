import { defineTools } from "../tools/define-tools.ts";
import { list, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const common = {
  empresaId: text(),
  idExterno: text(),
  ambienteEmissao: oneOf("Homologacao", "Producao"),
  cliente: object({ tipoPessoa: oneOf("F", "J"), nome: text(), cpfCnpj: text(), email: text() }),
};

const getInput = nativeInput({ empresaId: text(), id: text() }, "id");

const cancelInput = nativeInput(
  { empresaId: text(), id: text(), motivo: text("15 to 255 characters.") },
  "id",
);

/** The native tools of eNotas. */
export const enotasTools = defineTools({
  enotas_create_nfe: {
    description: "Issues an NF-e. Amounts in reais.",
    input: nativeInput(
      {
        ...common,
        itens: list(
          object({
            codigo: text(),
            descricao: text(),
            ncm: text(),
            quantidade: number(),
            valorUnitario: number("Reais."),
          }),
        ),
      },
      "cliente",
      "itens",
    ),
  },
  enotas_get_nfe: { description: "Reads an NF-e.", input: getInput },
  enotas_cancel_nfe: { description: "Cancels an NF-e within 24 h of its authorisation.", input: cancelInput },
  enotas_create_nfse: {
    description: "Issues an NFS-e. Amounts in reais.",
    input: nativeInput(
      {
        ...common,
        servico: object({ descricao: text(), codigoServicoMunicipio: text() }),
        valorTotal: number("Reais."),
      },
      "cliente",
      "servico",
      "valorTotal",
    ),
  },
  enotas_get_nfse: { description: "Reads an NFS-e.", input: getInput },
  enotas_cancel_nfse: { description: "Cancels an NFS-e.", input: cancelInput },
});
