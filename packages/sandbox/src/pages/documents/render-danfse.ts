import { createPdf } from "../pdf/create-pdf.ts";
import { encodeQr } from "../pdf/encode-modules.ts";
import type { FieldCell, Sheet } from "../pdf/sheet.ts";
import { type DfeView, dfeWatermark } from "./draw-dfe-head.ts";
import { plainMoney } from "./format-paper.ts";
import { paperDate, paperInstant } from "./local-time.ts";
import { addressLines, maskPostalCode, maskTaxpayer, type Party } from "./party.ts";

export interface DanfseView extends DfeView {
  /** The municipal code, where the city writes one. */
  verificationCode?: string | undefined;
  serviceCode: string;
  description: string;
}

const left = 10;
const wide = 190;
const row = 9;

/** The DANFSe of the national NFS-e standard: one service, one sheet. */
export async function renderDanfse(view: DanfseView): Promise<Uint8Array> {
  const pdf = await createPdf({
    title: `DANFSe ${view.accessKey}`,
    language: "pt-BR",
    createdAt: view.issuedAt,
    watermark: dfeWatermark(view),
  });
  const sheet = pdf.addSheet();
  const qr = await encodeQr(view.verificationUrl);
  const { issuer, issuedAt, timeZone, amount } = view;
  sheet.frame({ x: left, y: 10, width: wide, height: 18 });
  sheet.text(
    "DANFSe v1.0",
    { x: left, y: 12, width: wide, height: 8 },
    { size: 15, bold: true, align: "center" },
  );
  sheet.text(
    "Documento Auxiliar da NFS-e",
    { x: left, y: 19, width: wide, height: 5 },
    { size: 10, align: "center" },
  );
  sheet.text(
    `Município de ${issuer.city ?? ""}`,
    { x: left, y: 23.5, width: wide, height: 4 },
    { size: 8, align: "center" },
  );
  let y = 28;
  sheet.field(
    "Chave de acesso da NFS-e",
    view.accessKey,
    { x: left, y, width: wide - 34, height: row },
    { size: 8.5, bold: true },
  );
  sheet.frame({ x: left + wide - 34, y, width: 34, height: 3 * row });
  sheet.modules(qr, { x: left + wide - 31, y: y + 0.3, width: 26.4, height: 26.4 });
  const third = (wide - 34) / 3;
  y += row;
  y = sheet.row(
    [
      { label: "Número da NFS-e", value: String(view.number), width: third },
      { label: "Competência da NFS-e", value: paperDate(issuedAt, timeZone), width: third },
      { label: "Data e hora da emissão", value: paperInstant(issuedAt, timeZone), width: third },
    ],
    { x: left, y, height: row },
  );
  y = sheet.row(
    [
      { label: "Número da DPS", value: String(view.number), width: third },
      { label: "Série da DPS", value: String(view.series), width: third },
      { label: "Código de verificação", value: view.verificationCode ?? "", width: third },
    ],
    { x: left, y, height: row },
  );
  y = drawParty(sheet, "EMITENTE DA NFS-e - PRESTADOR DO SERVIÇO", issuer, y);
  y = drawParty(sheet, "TOMADOR DO SERVIÇO", view.receiver, y);
  y = heading(sheet, "SERVIÇO PRESTADO", y);
  y = sheet.row(
    [
      { label: "Código de tributação nacional", value: view.serviceCode, width: wide / 4 },
      { label: "Código de tributação municipal", value: "", width: wide / 4 },
      { label: "Local da prestação", value: `${issuer.city ?? ""} - ${issuer.state ?? ""}`, width: wide / 2 },
    ],
    { x: left, y, height: row },
  );
  sheet.field("Descrição do serviço", view.description, { x: left, y, width: wide, height: 26 }, { size: 9 });
  y = heading(sheet, "TRIBUTAÇÃO MUNICIPAL", y + 26);
  const quarter = wide / 4;
  y = sheet.row(
    [
      { label: "Tributação do ISSQN", value: "", width: quarter },
      { label: "Município de incidência do ISSQN", value: "", width: quarter },
      { label: "Regime especial de tributação", value: "", width: quarter },
      { label: "Retenção do ISSQN", value: "", width: quarter },
    ],
    { x: left, y, height: row },
  );
  y = sheet.row(
    [
      { label: "Total deduções/reduções", value: "", width: quarter },
      { label: "BC ISSQN", value: "", width: quarter },
      { label: "Alíquota aplicada", value: "", width: quarter },
      { label: "ISSQN apurado", value: "", width: quarter },
    ],
    { x: left, y, height: row },
  );
  y = heading(sheet, "TRIBUTAÇÃO FEDERAL", y);
  y = sheet.row(
    ["IRRF", "Contribuição previdenciária", "CSLL", "PIS / COFINS"].map((label) => ({
      label,
      value: "",
      width: quarter,
    })),
    { x: left, y, height: row },
  );
  y = heading(sheet, "VALOR TOTAL DA NFS-e", y);
  const money = (label: string, value: string, bold = false): FieldCell => ({
    label,
    value,
    width: wide / 4,
    style: { align: "right", size: bold ? 10 : 9, bold },
  });
  y = sheet.row(
    [
      money("Valor do serviço", plainMoney(amount)),
      money("Descontos", plainMoney(0)),
      money("ISSQN retido", plainMoney(0)),
      money("Valor líquido da NFS-e", plainMoney(amount), true),
    ],
    { x: left, y, height: row },
  );
  sheet.field(
    "Informações complementares",
    ["NFS-e do ambiente de testes, sem valor fiscal", ...view.notes].join(" | "),
    {
      x: left,
      y: y + 2,
      width: wide,
      height: 22,
    },
  );
  return pdf.save();
}

function drawParty(sheet: Sheet, title: string, party: Party, top: number): number {
  let y = heading(sheet, title, top);
  y = sheet.row(
    [
      { label: "CNPJ / CPF", value: maskTaxpayer(party.document), width: 50 },
      { label: "Inscrição municipal", value: "", width: 32 },
      { label: "Nome / Nome empresarial", value: party.name, width: wide - 116 },
      { label: "Telefone", value: party.phone ?? "", width: 34 },
    ],
    { x: left, y, height: row },
  );
  return sheet.row(
    [
      {
        label: "Endereço",
        value: addressLines({ ...party, postalCode: undefined }).join(", "),
        width: wide - 90,
      },
      { label: "CEP", value: maskPostalCode(party.postalCode ?? ""), width: 30 },
      { label: "E-mail", value: party.email ?? "", width: 60 },
    ],
    { x: left, y, height: row },
  );
}

function heading(sheet: Sheet, text: string, y: number): number {
  sheet.fill({ x: left, y: y + 1.5, width: wide, height: 4.5 }, 0.9);
  sheet.text(
    text,
    { x: left + 1, y: y + 1.5, width: wide, height: 4.5 },
    { size: 7.5, bold: true, vertical: "middle" },
  );
  return y + 6;
}
