import { createPdf } from "../pdf/create-pdf.ts";
import { encodeQr } from "../pdf/encode-modules.ts";
import type { FiscalLine } from "./draw-danfe-items.ts";
import { type DfeView, dfeWatermark } from "./draw-dfe-head.ts";
import { inGroups, plainMoney, plainNumber } from "./format-paper.ts";
import { paperInstant } from "./local-time.ts";
import { addressLines, maskTaxpayer } from "./party.ts";

export interface DanfceView extends DfeView {
  lines: readonly FiscalLine[];
  /** tPag by name and vPag in centavos. */
  payments?: readonly { name: string; amount: number }[] | undefined;
}

const left = 4;
const wide = 72;
const lineHeight = 3.6;

/** The DANFE NFC-e: a till receipt 80 mm wide, as long as its items. */
export async function renderDanfce(view: DanfceView): Promise<Uint8Array> {
  const { issuer, receiver, lines, payments = [], amount, accessKey, protocol, issuedAt, timeZone } = view;
  const pdf = await createPdf({
    title: `DANFE NFC-e ${accessKey}`,
    language: "pt-BR",
    createdAt: issuedAt,
    watermark: dfeWatermark(view),
  });
  const qr = await encodeQr(view.verificationUrl);
  const sheet = pdf.addSheet({ width: 80, height: 138 + (lines.length * 2 + payments.length) * lineHeight });
  let y = 4;
  const print = (text: string, size = 7, bold = false, rows = 1) => {
    sheet.text(text, { x: left, y, width: wide, height: rows * lineHeight }, { size, bold, align: "center" });
    y += rows * lineHeight;
  };
  print(issuer.name, 9, true);
  print(`CNPJ ${maskTaxpayer(issuer.document)}`);
  for (const line of addressLines(issuer)) print(line, 6.5);
  print("Documento Auxiliar da Nota Fiscal de Consumidor Eletrônica", 6.5, true);
  print("EMITIDA EM AMBIENTE DE HOMOLOGAÇÃO", 6.5, true);
  print("SEM VALOR FISCAL", 6.5, true);
  y += 1;
  for (const { code, description, quantity, unitPrice, amount: total } of lines) {
    sheet.text(`${code} ${description}`, { x: left, y, width: wide, height: lineHeight }, { size: 7 });
    sheet.text(
      `${plainNumber(quantity, "pt-BR", 0)} UN x ${plainNumber(unitPrice)}`,
      { x: left + 4, y: y + lineHeight, width: 40, height: lineHeight },
      { size: 7 },
    );
    sheet.text(
      plainMoney(total),
      { x: left, y: y + lineHeight, width: wide, height: lineHeight },
      { size: 7, align: "right" },
    );
    y += 2 * lineHeight;
  }
  sheet.rule({ x: left, y: y + 0.5, width: wide }, true);
  y += 1.5;
  const pair = (label: string, value: string) => {
    const area = { x: left, y, width: wide, height: lineHeight };
    sheet.text(label, { ...area, width: wide - 22 }, { size: 7 });
    sheet.text(value, area, { size: 7, align: "right" });
    y += lineHeight;
  };
  pair("QTD. TOTAL DE ITENS", String(lines.length));
  sheet.text("VALOR TOTAL R$", { x: left, y, width: wide, height: 5 }, { size: 9, bold: true });
  sheet.text(
    plainMoney(amount),
    { x: left, y, width: wide, height: 5 },
    { size: 9, bold: true, align: "right" },
  );
  y += 5.4;
  if (payments.length > 0) pair("FORMA DE PAGAMENTO", "VALOR PAGO R$");
  for (const { name, amount: paid } of payments) pair(name, plainMoney(paid));
  y += 2;
  print("Consulta pela chave de acesso em ambiente de testes", 6.5);
  print(inGroups(accessKey, 4), 6.3, true);
  print(
    receiver.document === undefined
      ? "CONSUMIDOR NÃO IDENTIFICADO"
      : `CONSUMIDOR ${maskTaxpayer(receiver.document)} ${receiver.name}`,
  );
  print(`NFC-e nº ${view.number} Série ${view.series} ${paperInstant(issuedAt, timeZone)}`, 7, true);
  if (protocol !== undefined) {
    print(`Protocolo de autorização ${protocol.number}`, 6.5);
    print(paperInstant(protocol.at, timeZone), 6.5);
  }
  print("Tributos totais incidentes (Lei Federal 12.741/2012): não informados", 6);
  sheet.modules(qr, { x: 18, y: y + 1, width: 44, height: 44 });
  return pdf.save();
}
