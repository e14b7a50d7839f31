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
  y = sheet.row([blank("TOMADOR DO SERVIÇO", 110), blank("CNPJ / CPF", wide - 110)], {
    x: left,
    y: y + 2,
    height: 8,
  });
  y = sheet.row(
    [
      blank("PRODUTO PREDOMINANTE", 78),
      blank("OUTRAS CARACTERÍSTICAS DA CARGA", 58),
      blank("VALOR TOTAL DA MERCADORIA", wide - 136),
    ],
    { x: left, y, height: 8 },
  );
  y = sheet.row(
    [
      blank("QTD. CARGA - PESO BRUTO (KG)", 48),
      blank("CUBAGEM (M³)", 48),
      blank("VOLUMES (UN)", 48),
      blank("RNTRC DA EMPRESA", wide - 144),
    ],
    { x: left, y, height: 8 },
  );
  y = drawPrice(sheet, view, y + 2);
  y = drawTax(sheet, y + 2);
  y = drawOrigins(sheet, y + 2);
  const notes = ["EMITIDO EM AMBIENTE DE HOMOLOGAÇÃO - SEM VALOR FISCAL", ...view.notes];
  sheet.field("OBSERVAÇÕES", notes.join(" | "), { x: left, y: y + 2, width: wide, height: 20 });
  drawStub(sheet, view, y + 26);
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

/** A field of the form that the simulated documents say nothing of. */
function blank(label: string, width: number): FieldCell {
  return { label, value: "", width };
}

function drawTitle(sheet: Sheet, text: string, y: number): number {
  sheet.text(text, { x: left, y, width: wide, height: 3 }, { size: 6.5, bold: true });
  return y + 3.4;
}

function drawTax(sheet: Sheet, top: number): number {
  const y = drawTitle(sheet, "INFORMAÇÕES RELATIVAS AO IMPOSTO", top);
  return sheet.row(
    [
      blank("SITUAÇÃO TRIBUTÁRIA", 74),
      blank("BASE DE CÁLCULO", 30),
      blank("ALÍQ. ICMS", 24),
      blank("VALOR DO ICMS", 30),
      blank("% RED. BC", wide - 158),
    ],
    { x: left, y, height: 8 },
  );
}

function drawOrigins(sheet: Sheet, top: number): number {
  const y = drawTitle(sheet, "DOCUMENTOS ORIGINÁRIOS", top);
  const half = wide / 2;
  const cells = [blank("TIPO DOC. - CNPJ / CHAVE", half - 24), blank("SÉRIE / NRO.", 24)];
  return sheet.row([...cells, ...cells], { x: left, y, height: 14 });
}

/** What the receiver signs for the carrier. */
function drawStub(sheet: Sheet, { number, series }: DacteView, top: number): void {
  sheet.rule({ x: left, y: top, width: wide }, true);
  const y = top + 3;
  sheet.text(
    "DECLARO QUE RECEBI OS VOLUMES DESTE CONHECIMENTO EM PERFEITO ESTADO PELO QUE DOU POR CUMPRIDO O PRESENTE CONTRATO DE TRANSPORTE",
    { x: left, y, width: wide, height: 3 },
    { size: 5.4, align: "center" },
  );
  sheet.row(
    [
      blank("NOME / RG", 60),
      blank("ASSINATURA / CARIMBO", 54),
      blank("CHEGADA DATA / HORA", 28),
      blank("SAÍDA DATA / HORA", 28),
      {
        label: "CT-E",
        value: `Nº ${number} - Série ${series}`,
        width: wide - 170,
        style: { size: 7, bold: true },
      },
    ],
    { x: left, y: y + 3.6, height: 14 },
  );
}

function drawPrice(sheet: Sheet, { components, amount }: DacteView, top: number): number {
  let y = drawTitle(sheet, "COMPONENTES DO VALOR DA PRESTAÇÃO DO SERVIÇO", top);
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
