/** xMotivo of real SEFAZ rejections by cStat (MOC NF-e 7.0, table of codes), as the web service spells them. */
export const sefazRejections: Readonly<Record<string, string>> = {
  "204": "Rejeicao: Duplicidade de NF-e",
  "207": "Rejeicao: CNPJ do emitente invalido",
  "208": "Rejeicao: CNPJ do destinatario invalido",
  "215": "Rejeicao: Falha no schema XML",
  "225": "Rejeicao: Falha no Schema XML da NFe",
  "228": "Rejeicao: Data de Emissao muito atrasada",
  "233": "Rejeicao: IE do destinatario nao cadastrada",
  "237": "Rejeicao: CPF do destinatario invalido",
  "252": "Rejeicao: Ambiente informado diverge do Ambiente de recebimento",
  "301": "Uso Denegado: Irregularidade fiscal do emitente",
  "302": "Uso Denegado: Irregularidade fiscal do destinatario",
  "528": "Rejeicao: Valor do ICMS difere do produto BC e Aliquota",
  "531": "Rejeicao: Total da BC ICMS difere do somatorio dos itens",
  "539": "Rejeicao: Duplicidade de NF-e, com diferenca na Chave de Acesso",
  "564": "Rejeicao: Total do Produto / Servico difere do somatorio dos itens",
  "610": "Rejeicao: Total da NF difere do somatorio dos Valores que compoem o valor Total da NF",
  "629":
    "Rejeicao: Valor do Produto difere do produto Valor Unitario de Comercializacao e Quantidade Comercial",
  "703": "Rejeicao: Data-Hora de Emissao posterior ao horario de recebimento",
  "719": "Rejeicao: NF-e sem a identificacao do destinatario",
  "724": "Rejeicao: NF-e sem o nome do destinatario",
  "726": "Rejeicao: NF-e sem a informacao de endereco do destinatario",
  "732": "Rejeicao: CFOP de operacao interestadual e idDest diferente de 2",
  "733": "Rejeicao: CFOP de operacao interna e idDest diferente de 1",
  "745": "Rejeicao: NF-e sem grupo do PIS",
  "748": "Rejeicao: NF-e sem grupo da COFINS",
  "778": "Rejeicao: Informado NCM inexistente",
  "999": "Rejeicao: Erro nao catalogado",
};

/** The message of a cStat; one that is not in the table gets a plain sentence of its own. */
export function sefazRejection(code: string): { code: string; message: string } {
  const known = Object.hasOwn(sefazRejections, code) ? sefazRejections[code] : undefined;
  return { code, message: known ?? `Rejeicao: codigo ${code} simulado` };
}
