import type { JsonObjectSchema, JsonSchema } from "@codespar/contract";
import { defineTools } from "../tools/define-tools.ts";
import { integer, list, nativeInput, number, object, text } from "../tools/native-input.ts";

const byRef = nativeInput(
  { ref: text("The caller's reference."), completa: integer("1 adds the request.") },
  "ref",
);

const receiver: Record<string, JsonSchema> = {
  nome_destinatario: text(),
  cpf_destinatario: text(),
  cnpj_destinatario: text(),
  email_destinatario: text(),
};

const goods: Record<string, JsonSchema> = {
  natureza_operacao: text(),
  data_emissao: text("ISO 8601 with offset."),
  ...receiver,
  items: list(
    object({
      numero_item: integer(),
      codigo_produto: text(),
      descricao: text(),
      codigo_ncm: text(),
      cfop: text(),
      quantidade_comercial: number(),
      valor_unitario_comercial: number("Reais."),
      valor_bruto: number("Reais."),
    }),
  ),
  valor_total: number("Reais."),
};

function issueInput(properties: Record<string, JsonSchema>): JsonObjectSchema {
  return nativeInput({ ref: text("Yours, unique; later calls name it."), ...properties }, "ref");
}

/** The native tools of Focus NFe. */
export const focusNfeTools = defineTools({
  focus_nfe_create_nfe: { description: "Issues an NF-e. Amounts in reais.", input: issueInput(goods) },
  focus_nfe_get_nfe: { description: "Reads an NF-e by ref; also an NFC-e, CT-e or MDF-e.", input: byRef },
  focus_nfe_cancel_nfe: {
    description: "Cancels an NF-e (24 h), NFC-e (30 min), CT-e (7 days) or MDF-e (24 h) by ref.",
    input: nativeInput({ ref: text(), justificativa: text("15 to 255 characters.") }, "ref", "justificativa"),
  },
  focus_nfe_create_correction_letter: {
    description: "Registers a correction letter (CC-e) on an NF-e or CT-e by ref, at most 20 for a document.",
    input: nativeInput({ ref: text(), correcao: text("15 to 1,000 characters.") }, "ref", "correcao"),
  },
  focus_nfe_create_nfce: { description: "Issues an NFC-e. Amounts in reais.", input: issueInput(goods) },
  focus_nfe_create_nfse: {
    description: "Issues an NFS-e of the national standard. Amounts in reais.",
    input: issueInput({
      data_emissao: text(),
      tomador: object({ cpf: text(), cnpj: text(), razao_social: text(), email: text() }),
      servico: object({
        discriminacao: text(),
        valor_servicos: number("Reais."),
        item_lista_servico: text(),
        codigo_tributario_municipio: text(),
      }),
    }),
  },
  focus_nfe_get_nfse: { description: "Reads an NFS-e by ref.", input: byRef },
  focus_nfe_cancel_nfse: {
    description: "Cancels an NFS-e by ref.",
    input: nativeInput({ ref: text(), justificativa: text("15 to 255 characters.") }, "ref", "justificativa"),
  },
  focus_nfe_create_cte: {
    description: "Issues a CT-e. The sandbox assumes a road trip inside São Paulo. Amounts in reais.",
    input: issueInput({
      data_emissao: text(),
      ...receiver,
      valor_total: number("Reais."),
      componentes_valor: list(object({ nome: text(), valor: number("Reais.") })),
      observacoes: text(),
    }),
  },
  focus_nfe_create_mdfe: {
    description:
      "Issues an MDF-e. The sandbox assumes one truck, plate ABC1D23, inside São Paulo. Amounts in reais.",
    input: issueInput({
      data_emissao: text(),
      valor_total_carga: number("Reais."),
      produto_predominante_descricao: text(),
      produto_predominante_ncm: text(),
    }),
  },
});
