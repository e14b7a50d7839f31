import { createPdf } from "../pdf/create-pdf.ts";
import { encodeBars } from "../pdf/encode-bars.ts";
import { inGroups } from "./format-paper.ts";
import { paperInstant } from "./local-time.ts";
import { namePayer, type Party } from "./party.ts";

export interface CorrectionView {
  accessKey: string;
  number: number;
  series: number;
  /** Where it was issued. */
  timeZone: string;
  issuer: Party;
  receiver: Party;
  /** `at` in epoch milliseconds. */
  correction: { sequence: number; text: string; at: number; protocol?: string | undefined };
}

const left = 12;
const wide = 186;

/** The print of a correction letter (CC-e, event 110110). */
export async function renderCorrection(view: CorrectionView): Promise<Uint8Array> {
  const { accessKey, correction, issuer, receiver, timeZone } = view;
  const pdf = await createPdf({
    title: `CC-e ${correction.sequence} ${accessKey}`,
    language: "pt-BR",
    createdAt: correction.at,
  });
  const sheet = pdf.addSheet();
  sheet.text(
    "Carta de Correção Eletrônica (CC-e)",
    { x: left, y: 14, width: wide, height: 9 },
    { size: 16, bold: true },
  );
  sheet.bars(await encodeBars("code128", accessKey), { x: left + 40, y: 26, width: wide - 80, height: 12 });
  const rows = [
    [
      {
        label: "CHAVE DE ACESSO",
        value: inGroups(accessKey, 4),
        width: wide,
        style: { bold: true, size: 9 } as const,
      },
    ],
    [
      { label: "NÚMERO", value: String(view.number), width: 40 },
      { label: "SÉRIE", value: String(view.series), width: 30 },
      { label: "SEQUÊNCIA DO EVENTO", value: String(correction.sequence), width: 46 },
      { label: "REGISTRADO EM", value: paperInstant(correction.at, timeZone), width: wide - 116 },
    ],
    [
      { label: "EMITENTE", value: namePayer(issuer), width: wide / 2 },
      {
        label: "DESTINATÁRIO",
        value: namePayer(receiver),
        width: wide / 2,
      },
    ],
    [{ label: "PROTOCOLO", value: correction.protocol ?? "", width: wide }],
  ];
  let y = 42;
  for (const row of rows) y = sheet.row(row, { x: left, y, height: 9 });
  sheet.field("CORREÇÃO", correction.text, { x: left, y, width: wide, height: 90 }, { size: 10 });
  sheet.text(
    "A Carta de Correção é disciplinada pelo § 1º-A do art. 7º do Convênio S/N, de 15 de dezembro de 1970 e pode ser utilizada para regularização de erro ocorrido na emissão de documento fiscal, desde que o erro não esteja relacionado com: I - as variáveis que determinam o valor do imposto tais como: base de cálculo, alíquota, diferença de preço, quantidade, valor da operação ou da prestação; II - a correção de dados cadastrais que implique mudança do remetente ou do destinatário; III - a data de emissão ou de saída.",
    { x: left, y: y + 94, width: wide, height: 24 },
    { size: 7.5 },
  );
  return pdf.save();
}
