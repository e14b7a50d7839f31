import type { JsonObjectSchema, JsonSchema } from "@codespar/contract";
import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, list, nativeInput, number, object, text } from "../tools/native-input.ts";

const person = object({
  cpfCnpj: text(),
  razaoSocial: text(),
  inscricaoEstadual: text(),
  email: text(),
  endereco: object({
    logradouro: text(),
    numero: text(),
    complemento: text(),
    bairro: text(),
    codigoCidade: text("IBGE."),
    descricaoCidade: text(),
    cep: text(),
    estado: text(),
  }),
});
const issuer = object({ cpfCnpj: text() });

const revenueTax = object({
  cst: text(),
  baseCalculo: object({ valor: number("Reais.") }),
  aliquota: number(),
  valor: number("Reais."),
});

const byId = nativeInput({ id: text() }, "id");

export const cancellation = nativeInput(
  { id: text(), justificativa: text("15 to 255 characters.") },
  "id",
  "justificativa",
);

function issueInput(properties: Record<string, JsonSchema>): JsonObjectSchema {
  return nativeInput({ idIntegracao: text(), ...properties });
}

/** The native tools of PlugNotas. */
export const plugnotasTools = defineTools({
  plugnotas_create_nfe: {
    description: "Issues an NF-e. Amounts in reais. The response is a receipt; read the document by its id.",
    input: issueInput({
      natureza: text(),
      serie: text(),
      presencial: integer(),
      consumidorFinal: flag(),
      emitente: issuer,
      destinatario: person,
      itens: list(
        object({
          codigo: text(),
          descricao: text(),
          ncm: text(),
          cest: text(),
          cfop: text(),
          unidade: object({ comercial: text(), tributavel: text() }),
          quantidade: object({ comercial: number(), tributavel: number() }),
          valorUnitario: object({ comercial: number("Reais."), tributavel: number("Reais.") }),
          valor: number("Reais."),
          tributos: object({
            icms: object({
              origem: text(),
              cst: text(),
              baseCalculo: object({
                modalidadeDeterminacao: integer(),
                valor: number("Reais."),
                percentualReducao: number(),
              }),
              aliquota: number(),
              valor: number("Reais."),
              creditoSimplesNacional: object({ percentual: number(), valor: number("Reais.") }),
            }),
            pis: revenueTax,
            cofins: revenueTax,
          }),
        }),
      ),
      pagamentos: list(object({ aVista: flag(), meio: text(), valor: number("Reais.") })),
      informacoesComplementares: text(),
    }),
  },
  plugnotas_get_nfe: { description: "Reads an NF-e by id; also a CT-e or MDF-e.", input: byId },
  plugnotas_cancel_nfe: {
    description: "Cancels an NF-e (24 h), CT-e (7 days) or MDF-e (24 h).",
    input: cancellation,
  },
  plugnotas_create_nfse: {
    description: "Issues an NFS-e. Amounts in reais. The response is a receipt; read the document by its id.",
    input: issueInput({
      prestador: issuer,
      tomador: person,
      servico: list(
        object({
          codigo: text(),
          codigoTributacao: text(),
          discriminacao: text(),
          cnae: text(),
          iss: object({ aliquota: number(), retido: flag() }),
          valor: object({ servico: number("Reais.") }),
        }),
      ),
    }),
  },
  plugnotas_get_nfse: { description: "Reads an NFS-e by id.", input: byId },
  plugnotas_cancel_nfse: {
    description: "Cancels an NFS-e.",
    input: nativeInput({ id: text(), motivo: text() }, "id"),
  },
  plugnotas_create_cte: {
    description:
      "Issues a CT-e. The sandbox assumes a road trip inside São Paulo. Amounts in reais. The response is a receipt; read the document by its id.",
    input: issueInput({
      destinatario: person,
      valores: object({
        valorTotal: number("Reais."),
        valorReceber: number("Reais."),
        componentes: list(object({ nome: text(), valor: number("Reais.") })),
      }),
      observacao: text(),
    }),
  },
  plugnotas_create_mdfe: {
    description:
      "Issues an MDF-e. The sandbox assumes one truck, plate ABC1D23, inside São Paulo. Amounts in reais. The response is a receipt; read the document by its id.",
    input: issueInput({
      carga: object({ valor: number("Reais.") }),
      produtoPredominante: object({ descricao: text(), ncm: text() }),
    }),
  },
});
