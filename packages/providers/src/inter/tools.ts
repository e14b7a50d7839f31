import { pixTools } from "../pix-banks/pix-tools.ts";
import { defineTools } from "../tools/define-tools.ts";
import {
  atLeast,
  date,
  integer,
  matching,
  nativeInput,
  object,
  oneOf,
  shortText,
  text,
  within,
} from "../tools/native-input.ts";

const situations = [
  "A_RECEBER",
  "RECEBIDO",
  "MARCADO_RECEBIDO",
  "ATRASADO",
  "CANCELADO",
  "EXPIRADO",
  "FALHA_EMISSAO",
  "EM_PROCESSAMENTO",
  "PROTESTO",
] as const;

const codigoSolicitacao = { codigoSolicitacao: text("What its creation returned.") };
const { inter_create_webhook, ...pix } = pixTools("inter");

/** The native tools of Banco Inter. */
export const interTools = defineTools({
  inter_create_boleto: {
    description: "Creates a charge by boleto (cobrança v3). The value is in reais.",
    input: nativeInput(
      {
        seuNumero: shortText(15, "Your own id, at most 15 characters. Drawn when left out."),
        valorNominal: atLeast(2.5, "Reais, such as 159.9: at least 2.50, at most two decimals."),
        dataVencimento: date(),
        numDiasAgenda: within(0, 60, "Days after the due date until it is cancelled."),
        pagador: object({
          cpfCnpj: text(),
          tipoPessoa: oneOf("FISICA", "JURIDICA"),
          nome: text(),
          email: text(),
          ddd: text(),
          telefone: text(),
          endereco: text("Street."),
          numero: text(),
          complemento: text(),
          bairro: text(),
          cidade: text(),
          uf: text(),
          cep: text("Digits."),
        }),
        mensagem: object({
          linha1: shortText(78, "In the sandbox your own id of the order."),
          linha2: shortText(78),
          linha3: shortText(78),
          linha4: shortText(78),
          linha5: shortText(78),
        }),
      },
      "valorNominal",
      "dataVencimento",
    ),
    limits: [{ path: "valorNominal", decimals: 2 }],
  },
  inter_get_boleto: {
    description: "Reads one charge by boleto.",
    input: nativeInput(codigoSolicitacao, "codigoSolicitacao"),
  },
  inter_list_boletos: {
    description: "Lists charges by boleto that fall due, were issued or were paid between two dates.",
    input: nativeInput(
      {
        dataInicial: date(),
        dataFinal: date(),
        filtrarDataPor: oneOf("VENCIMENTO", "EMISSAO", "PAGAMENTO"),
        situacao: oneOf(...situations),
        seuNumero: text(),
        cpfCnpjPessoaPagadora: text("Digits."),
        "paginacao.paginaAtual": integer("From 0."),
        "paginacao.itensPorPagina": integer(),
      },
      "dataInicial",
      "dataFinal",
    ),
  },
  inter_cancel_boleto: {
    description: "Cancels a boleto that is not yet paid.",
    input: nativeInput(
      { ...codigoSolicitacao, motivoCancelamento: text() },
      "codigoSolicitacao",
      "motivoCancelamento",
    ),
  },
  ...pix,
  inter_get_balance: {
    description: "Reads the account's balance in reais.",
    input: nativeInput({ dataSaldo: date() }),
  },
  inter_get_statement: {
    description: "Reads what came in and went out.",
    input: nativeInput({ dataInicio: date(), dataFim: date() }, "dataInicio", "dataFim"),
  },
  inter_create_transfer: {
    description: "Pays by Pix: by key, by bank details or by a code to copy.",
    input: nativeInput(
      {
        valor: atLeast(0.01, "Reais."),
        dataPagamento: date("YYYY-MM-DD. Default: today."),
        descricao: shortText(140),
        destinatario: object(
          {
            tipo: oneOf("CHAVE", "DADOS_BANCARIOS", "PIX_COPIA_E_COLA"),
            chave: text(),
            pixCopiaECola: text(),
            nome: text(),
            cpfCnpj: text(),
            tipoConta: text(),
            contaCorrente: text(),
            agencia: text(),
            instituicaoFinanceira: object({ ispb: matching("^\\d{8}$") }),
          },
          "tipo",
        ),
      },
      "valor",
      "destinatario",
    ),
    limits: [{ path: "valor", decimals: 2 }],
  },
  inter_create_webhook,
});
