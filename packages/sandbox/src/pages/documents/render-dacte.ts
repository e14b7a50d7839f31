import type { FieldCell, Sheet } from "../pdf/sheet.ts";
import { left, wide } from "./danfe-layout.ts";
import { type DfeView, openDfeSheet } from "./draw-dfe-head.ts";
import { plainMoney } from "./format-paper.ts";
import { addressLines, maskTaxpayer, type Party } from "./party.ts";

export interface DacteView extends DfeView {
  sender: Party;
  /** What the price consists of. Centavos. */
  components: readonly { name: string; amount: number }[];
}

/** The DACTE of a CT-e for road freight (MOC CT-e 4.00). */
export async function renderDacte(view: DacteView): Promise<Uint8Array> {
  const { pdf, sheet, top } = await openDfeSheet(view, {
    short: "DACTE",
    long: "Documento Auxiliar do Conhecimento de Transporte Eletrônico",
    model: "57",
  });
  let y = sheet.row(
    [
      { label: "MODAL", value: "RODOVIÁRIO", width: 40, style: { bold: true } },
      { label: "TIPO DO CT-E", value: "Normal", width: 40 },
      { label: "TIPO DO SERVIÇO", value: "Normal", width: 40 },
      {
        label: "CFOP - NATUREZA DA PRESTAÇÃO",
        value: "5353 - Transporte a estabelecimento comercial",
        width: wide - 120,
      },
    ],
    { x: left, y: top, height: 8 },
  );
  y = sheet.row(
    [
      { label: "INÍCIO DA PRESTAÇÃO", value: getPlace(view.sender), width: wide / 2 },
      { label: "TÉRMINO DA PRESTAÇÃO", value: getPlace(view.receiver), width: wide / 2 },
    ],
    { x: left, y, height: 8 },
  );
  y = drawParties(sheet, view, y + 2);
  y = drawPrice(sheet, view, y + 2);
  sheet.field("OBSERVAÇÕES", view.notes.join(" | "), { x: left, y: y + 2, width: wide, height: 24 });
  return pdf.save();
}

function drawParties(sheet: Sheet, { sender, receiver }: DacteView, top: number): number {
  const half = wide / 2;
  const cells = (party: Party): [string, string][] => [
    ["NOME", party.name],
    ["CNPJ / CPF", maskTaxpayer(party.document)],
    ["ENDEREÇO", addressLines(party).join(", ")],
  ];
  let y = top;
  for (const [index, [label, value]] of cells(sender).entries()) {
    const [, other = ""] = cells(receiver)[index] ?? [];
    const row: FieldCell[] = [
      { label: index === 0 ? "REMETENTE" : label, value, width: half },
      { label: index === 0 ? "DESTINATÁRIO" : label, value: other, width: half },
    ];
    y = sheet.row(row, { x: left, y, height: 8 });
  }
  return y;
}

function drawPrice(sheet: Sheet, { components, amount }: DacteView, top: number): number {
  sheet.text(
    "COMPONENTES DO VALOR DA PRESTAÇÃO DO SERVIÇO",
    { x: left, y: top, width: wide, height: 3 },
    { size: 6.5, bold: true },
  );
  let y = top + 3.4;
  const third = wide / 3;
  const shown = components.slice(0, 12);
  for (let from = 0; from < shown.length; from += 3) {
    y = sheet.row(
      [0, 1, 2].map((column) => {
        const component = shown[from + column];
        return {
          label: component?.name ?? "",
          value: component === undefined ? "" : plainMoney(component.amount),
          width: third,
          style: { align: "right" },
        };
      }),
      { x: left, y, height: 8 },
    );
  }
  return sheet.row(
    [
      {
        label: "VALOR TOTAL DO SERVIÇO",
        value: plainMoney(amount),
        width: wide / 2,
        style: { size: 10, bold: true, align: "right" },
      },
      {
        label: "VALOR A RECEBER",
        value: plainMoney(amount),
        width: wide / 2,
        style: { size: 10, bold: true, align: "right" },
      },
    ],
    { x: left, y, height: 9 },
  );
}

function getPlace({ city, state }: Party): string {
  return [city, state].filter((part) => part !== undefined).join(" - ");
}
