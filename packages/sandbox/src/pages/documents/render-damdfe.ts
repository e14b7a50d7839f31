import { left, wide } from "./danfe-layout.ts";
import { type DfeView, openDfeSheet } from "./draw-dfe-head.ts";
import { plainMoney } from "./format-paper.ts";
import { paperInstant } from "./local-time.ts";
import { maskTaxpayer } from "./party.ts";

export interface DamdfeView extends DfeView {
  cargo: string;
  /** Epoch milliseconds; absent while the trip goes on. */
  closedAt?: number | undefined;
}

/** The DAMDFE of an MDF-e for road freight (MOC MDF-e 3.00). */
export async function renderDamdfe(view: DamdfeView): Promise<Uint8Array> {
  const { pdf, sheet, top } = await openDfeSheet(view, {
    short: "DAMDFE",
    long: "Documento Auxiliar do Manifesto Eletrônico de Documentos Fiscais",
    model: "58",
  });
  const { issuer, receiver, closedAt, timeZone } = view;
  let y = sheet.row(
    [
      { label: "MODAL", value: "RODOVIÁRIO", width: 32, style: { bold: true } },
      { label: "UF CARREGAMENTO", value: issuer.state ?? "", width: 26 },
      { label: "UF DESCARREGAMENTO", value: receiver.state ?? "", width: 32 },
      { label: "QTD. CT-E", value: "", width: 22 },
      { label: "QTD. NF-E", value: "", width: 22 },
      { label: "PESO TOTAL (KG)", value: "", width: 26 },
      {
        label: "VALOR DA CARGA (R$)",
        value: plainMoney(view.amount),
        width: wide - 160,
        style: { bold: true, align: "right" },
      },
    ],
    { x: left, y: top, height: 8 },
  );
  y = sheet.row(
    [
      { label: "PRODUTO PREDOMINANTE", value: view.cargo, width: 110 },
      {
        label: "ENCERRAMENTO",
        value: closedAt === undefined ? "Viagem em andamento" : paperInstant(closedAt, timeZone),
        width: wide - 110,
      },
    ],
    { x: left, y, height: 8 },
  );
  y = sheet.row(
    [
      { label: "CONTRATANTE", value: receiver.name, width: 110 },
      { label: "CNPJ / CPF", value: maskTaxpayer(receiver.document), width: wide - 110 },
    ],
    { x: left, y, height: 8 },
  );
  sheet.field("VEÍCULO - PLACA / RNTRC", "", { x: left, y: y + 2, width: wide / 2, height: 24 });
  sheet.field("CONDUTOR - CPF / NOME", "", { x: left + wide / 2, y: y + 2, width: wide / 2, height: 24 });
  sheet.field(
    "OBSERVAÇÃO",
    ["EMITIDO EM AMBIENTE DE HOMOLOGAÇÃO - SEM VALOR FISCAL", ...view.notes].join(" | "),
    { x: left, y: y + 26, width: wide, height: 24 },
  );
  return pdf.save();
}
