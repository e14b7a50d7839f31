import type { Lexicon } from "./lexicon.ts";

export const fiscal: Lexicon = {
  fiscal: "fiscal, fiscais, fiscales, tribut*, imposto*, impuesto*, tax, taxes",
  fiscal_document:
    "nota, notas, nota fiscal, notas fiscais, factura*, ~fatur*, faturar, ~invoice*, ~invoic*, tax document, tax documents, tax invoice, comprobante*",
  nfe: "nfe, nf, danfe, nota fiscal, notas fiscais, nota fiscal eletronica, nota fiscal produto, nota produto",
  nfce: "nfce, nfc, cupom fiscal, cupom, nota consumidor, nota fiscal consumidor",
  nfse: "nfse, nfs, nota servico, nota servicos, nota fiscal servico, nota fiscal servicos, notas servico, notas fiscais servico, notas fiscais servicos, service invoice",
  cte: "cte, ct, conhecimento transporte, conhecimento",
  mdfe: "mdfe, mdf, manifest*",
  cfdi: "cfdi*, timbr*, factura*, factura electronica, facturas electronicas, comprobante fiscal, comprobante fiscal digital, sat",
  correction: "correction*, correc*, corrig*, corregir, correct*, carta correcao, carta correccion, cc",
  credit_note: "credit note, credit notes, nota credito, notas credito, egreso*",
  carta_porte: "carta porte, traslado*, transfer document",
  company: "company, companies, empresa*, razao social, razon social",
  tax_id: "tax id, tax ids, cnpj, cpf, rfc, cuit, nit, rut, contribuinte*, contribuyente*, taxpayer*",
  sped: "sped, escrituracao*",
  bill: "bill*, invoice*, invoic*, fatura, faturas",
};
