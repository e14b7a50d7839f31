import { pixTools } from "../pix-banks/pix-tools.ts";
import { defineTools } from "../tools/define-tools.ts";
import { list, matching, nativeInput, object, oneOf, shortText, text } from "../tools/native-input.ts";

const account = { agencia: text("Four digits."), conta: text("Number and check digit.") };

const party = object({
  tipo_pessoa: oneOf("F", "J"),
  documento: text("CPF or CNPJ, digits."),
  agencia: text(),
  conta: text(),
});

const centavos = matching("^\\d{17}$", "Centavos, 17 digits with zeros in front.");

const boletoKey = {
  id_beneficiario: matching("^\\d{12}$", "Branch, account and digit: 12."),
  codigo_carteira: text("Such as 109."),
};

/** The native tools of Itaú. */
export const itauTools = defineTools({
  itau_get_balance: {
    description: "Reads the account's available balance in reais.",
    input: nativeInput(account),
  },
  itau_get_statement: {
    description: "Reads the account's entries between two dates, oldest first.",
    input: nativeInput({ ...account, data_inicio: text("YYYY-MM-DD."), data_fim: text("YYYY-MM-DD.") }),
  },
  itau_create_pix_transfer: {
    description:
      "Pays by Pix out of the account (SISPAG), by key or by bank details, today or on a later date.",
    input: nativeInput(
      {
        valor_pagamento: text("Reais with two decimals, such as 159.90."),
        data_pagamento: text("YYYY-MM-DD."),
        chave: text("The receiver's Pix key."),
        referencia_empresa: text("Your own id, at most 20 characters."),
        informacoes_entre_usuarios: text("Shown to the receiver."),
        pagador: party,
        recebedor: party,
      },
      "valor_pagamento",
      "data_pagamento",
    ),
  },
  itau_get_pix_transfer: {
    description: "Reads the state of one SISPAG payment by Pix.",
    input: nativeInput({ id_pagamento: text("What its creation returned.") }, "id_pagamento"),
  },
  itau_create_boleto: {
    description: "Registers a boleto of bank 341 in the beneficiary's collection portfolio.",
    input: nativeInput(
      {
        etapa_processo_boleto: oneOf("validacao", "efetivacao"),
        beneficiario: object({ id_beneficiario: boletoKey.id_beneficiario }, "id_beneficiario"),
        dado_boleto: object(
          {
            tipo_boleto: oneOf("a vista", "proposta"),
            codigo_carteira: text("Such as 109."),
            codigo_especie: text("01: trade bill."),
            data_emissao: text("YYYY-MM-DD."),
            valor_total_titulo: centavos,
            pagador: object({
              pessoa: object({
                nome_pessoa: text(),
                tipo_pessoa: object({
                  codigo_tipo_pessoa: oneOf("F", "J"),
                  numero_cadastro_pessoa_fisica: text(),
                  numero_cadastro_nacional_pessoa_juridica: text(),
                }),
              }),
              endereco: object({
                nome_logradouro: text(),
                nome_bairro: text(),
                nome_cidade: text(),
                sigla_UF: text(),
                numero_CEP: text(),
              }),
            }),
            dados_individuais_boleto: list(
              object(
                {
                  numero_nosso_numero: matching("^\\d{8}$", "Yours: eight digits."),
                  data_vencimento: text("YYYY-MM-DD."),
                  valor_titulo: centavos,
                  texto_seu_numero: shortText(10, "Your own id, at most 10 characters."),
                },
                "numero_nosso_numero",
                "data_vencimento",
                "valor_titulo",
              ),
            ),
          },
          "dados_individuais_boleto",
        ),
      },
      "beneficiario",
      "dado_boleto",
    ),
  },
  itau_get_boleto: {
    description: "Reads one registered boleto by its portfolio and number.",
    input: nativeInput(
      { ...boletoKey, nosso_numero: matching("^\\d{8}$") },
      "id_beneficiario",
      "codigo_carteira",
      "nosso_numero",
    ),
  },
  ...pixTools("itau"),
});
