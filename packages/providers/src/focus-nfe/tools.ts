import type { JsonObjectSchema, JsonSchema } from "@codespar/contract";
import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, list, nativeInput, number, object, text } from "../tools/native-input.ts";

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

const address: Record<string, JsonSchema> = {
  inscricao_estadual_destinatario: text(),
  indicador_inscricao_estadual_destinatario: integer("1 pays ICMS, 2 is exempt, 9 pays none."),
  telefone_destinatario: text(),
  logradouro_destinatario: text(),
  numero_destinatario: text(),
  complemento_destinatario: text(),
  bairro_destinatario: text(),
  codigo_municipio_destinatario: text("IBGE."),
  municipio_destinatario: text(),
  uf_destinatario: text(),
  cep_destinatario: text(),
  pais_destinatario: text(),
};

const issuer: Record<string, JsonSchema> = {
  cnpj_emitente: text(),
  nome_emitente: text(),
  nome_fantasia_emitente: text(),
  inscricao_estadual_emitente: text(),
  regime_tributario_emitente: integer("CRT."),
  logradouro_emitente: text(),
  numero_emitente: text(),
  complemento_emitente: text(),
  bairro_emitente: text(),
  municipio_emitente: text(),
  uf_emitente: text(),
  cep_emitente: text(),
};

const consumptionTaxes: Record<string, JsonSchema> = {
  ibs_cbs_situacao_tributaria: text(),
  ibs_cbs_classificacao_tributaria: text(),
  ibs_cbs_base_calculo: number("Reais."),
  ibs_uf_aliquota: number(),
  ibs_uf_valor: number("Reais."),
  ibs_mun_aliquota: number(),
  ibs_mun_valor: number("Reais."),
  ibs_valor_total: number("Reais."),
  cbs_aliquota: number(),
  cbs_valor: number("Reais."),
};

const taxes: Record<string, JsonSchema> = {
  icms_origem: text(),
  icms_situacao_tributaria: text("CST or CSOSN."),
  icms_modalidade_base_calculo: text(),
  icms_reducao_base_calculo: number(),
  icms_base_calculo: number("Reais."),
  icms_aliquota: number(),
  icms_valor: number("Reais."),
  icms_aliquota_credito_simples: number(),
  icms_valor_credito_simples: number("Reais."),
  pis_situacao_tributaria: text(),
  pis_base_calculo: number("Reais."),
  pis_aliquota_porcentual: number(),
  pis_valor: number("Reais."),
  cofins_situacao_tributaria: text(),
  cofins_base_calculo: number("Reais."),
  cofins_aliquota_porcentual: number(),
  cofins_valor: number("Reais."),
  ...consumptionTaxes,
};

const goods: Record<string, JsonSchema> = {
  natureza_operacao: text(),
  data_emissao: text("ISO 8601 with offset."),
  serie: text(),
  tipo_documento: integer(),
  finalidade_emissao: integer(),
  local_destino: integer("1 inside the state, 2 to another."),
  consumidor_final: integer(),
  presenca_comprador: integer(),
  ...issuer,
  ...receiver,
  ...address,
  modalidade_frete: integer(),
  items: list(
    object({
      numero_item: integer(),
      codigo_produto: text(),
      descricao: text(),
      codigo_ncm: text(),
      cest: text(),
      cfop: text(),
      unidade_comercial: text(),
      unidade_tributavel: text(),
      quantidade_tributavel: number(),
      valor_unitario_tributavel: number("Reais."),
      inclui_no_total: integer(),
      quantidade_comercial: number(),
      valor_unitario_comercial: number("Reais."),
      valor_bruto: number("Reais."),
      ...taxes,
    }),
  ),
  valor_produtos: number("Reais."),
  formas_pagamento: list(
    object({
      forma_pagamento: text(),
      descricao_pagamento: text(),
      valor_pagamento: number("Reais."),
    }),
  ),
  informacoes_adicionais_contribuinte: text(),
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
      prestador: object({ cnpj: text(), inscricao_municipal: text(), codigo_municipio: text("IBGE.") }),
      tomador: object({
        cpf: text(),
        cnpj: text(),
        razao_social: text(),
        email: text(),
        telefone: text(),
        endereco: object({
          logradouro: text(),
          numero: text(),
          complemento: text(),
          bairro: text(),
          codigo_municipio: text("IBGE."),
          uf: text(),
          cep: text(),
        }),
      }),
      servico: object({
        discriminacao: text(),
        valor_servicos: number("Reais."),
        item_lista_servico: text(),
        codigo_tributario_municipio: text(),
        aliquota: number(),
        iss_retido: flag(),
        codigo_cnae: text(),
        codigo_nbs: text(),
        ...consumptionTaxes,
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
      modal: text("01: by road."),
      valor_total: number("Reais."),
      valor_receber: number("Reais."),
      componentes_valor: list(object({ nome: text(), valor: number("Reais.") })),
      observacoes: text(),
    }),
  },
  focus_nfe_create_mdfe: {
    description:
      "Issues an MDF-e. The sandbox assumes one truck, plate ABC1D23, inside São Paulo. Amounts in reais.",
    input: issueInput({
      data_emissao: text(),
      emitente_tipo: integer(),
      valor_total_carga: number("Reais."),
      produto_predominante_descricao: text(),
      produto_predominante_ncm: text(),
    }),
  },
});
