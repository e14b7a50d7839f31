import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, list, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const common = {
  ambienteEmissao: oneOf("Homologacao", "Producao"),
  cliente: object({
    tipoPessoa: oneOf("F", "J"),
    nome: text(),
    cpfCnpj: text(),
    inscricaoEstadual: text(),
    email: text(),
    telefone: text(),
    endereco: object({
      uf: text(),
      cidade: text(),
      logradouro: text(),
      numero: text(),
      complemento: text(),
      bairro: text(),
      cep: text(),
    }),
  }),
};

const revenueTax = object({
  situacaoTributaria: text(),
  baseCalculo: number("Reais."),
  aliquota: number(),
  valor: number("Reais."),
});

const byId = nativeInput({ id: text() }, "id");

/** The native tools of eNotas. */
export const enotasTools = defineTools({
  enotas_create_nfe: {
    description: "Issues an NF-e under an id of the caller's. Amounts in reais.",
    input: nativeInput(
      {
        id: text("The caller's own, by which the document is read."),
        ...common,
        serie: text(),
        naturezaOperacao: text(),
        tipoOperacao: text(),
        finalidade: text(),
        consumidorFinal: flag(),
        indicadorPresencaConsumidor: text("Such as OperacaoPelaInternet."),
        itens: list(
          object({
            codigo: text(),
            descricao: text(),
            ncm: text(),
            quantidade: number(),
            valorUnitario: number("Reais."),
            cfop: text(),
            cest: text(),
            unidadeMedida: text(),
            impostos: object({
              icms: object({
                situacaoTributaria: text(),
                origem: integer(),
                baseCalculo: number("Reais."),
                percentualReducaoBaseCalculo: number(),
                aliquota: number(),
                valor: number("Reais."),
                aliquotaCreditoSimplesNacional: number(),
                valorCreditoSimplesNacional: number("Reais."),
              }),
              pis: revenueTax,
              cofins: revenueTax,
            }),
          }),
        ),
        informacoesAdicionais: text(),
      },
      "cliente",
      "itens",
    ),
  },
  enotas_get_nfe: { description: "Reads an NF-e.", input: byId },
  enotas_cancel_nfe: { description: "Cancels an NF-e within 24 h of its authorisation.", input: byId },
  enotas_create_nfse: {
    description: "Issues an NFS-e. Amounts in reais.",
    input: nativeInput(
      {
        ...common,
        idExterno: text(),
        tipo: text("NFS-e."),
        servico: object({
          descricao: text(),
          aliquotaIss: number(),
          issRetidoFonte: flag(),
          codigoServicoMunicipio: text(),
          itemListaServicoLC116: text(),
          cnae: text(),
          ufPrestacaoServico: text(),
          municipioPrestacaoServico: text(),
        }),
        valorTotal: number("Reais."),
      },
      "cliente",
      "servico",
      "valorTotal",
    ),
  },
  enotas_get_nfse: { description: "Reads an NFS-e.", input: byId },
  enotas_cancel_nfse: { description: "Cancels an NFS-e.", input: byId },
});
