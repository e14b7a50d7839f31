import { COUNTRIES, formatLocalTimestamp, formatMajorUnits, roundToMinorUnits } from "@codespar/formats";
import type { CfdiPayment, XmlElement } from "@codespar/providers/simulated";

/** Centavos. What is added up is rounded first, so that every sum is that of its parts (SAT, CRP20268 and CRP20274). */
interface Transfer {
  base: number;
  tax: number;
  /** A share of one, six decimals; undefined: exempt. */
  rate: string | undefined;
}

function getTransfers({ taxes }: CfdiPayment["documents"][number]): Transfer[] {
  return taxes.map(({ base, rate, isExempt }) => ({
    base: roundToMinorUnits(base, "MXN"),
    tax: isExempt ? 0 : roundToMinorUnits(Number((base * rate).toPrecision(15)), "MXN"),
    rate: isExempt ? undefined : rate.toFixed(6),
  }));
}

/** The complement for payments (SAT, Pagos 2.0) in pesos, its totals added up of what its documents say. */
export function paymentsXml(payments: readonly CfdiPayment[], issuedAt: number): XmlElement {
  const taxes = payments.flatMap(({ documents }) => documents.flatMap(getTransfers));
  const total = payments.reduce((sum, { amount }) => sum + amount, 0);
  return {
    name: "pago20:Pagos",
    attributes: { "xmlns:pago20": "http://www.sat.gob.mx/Pagos20", Version: "2.0" },
    children: [
      {
        name: "pago20:Totales",
        attributes: { ...getTotals(taxes), MontoTotalPagos: formatMajorUnits(total, "MXN") },
      },
      ...payments.map((payment) => toPayment(payment, issuedAt)),
    ],
  };
}

function toPayment({ form, date, amount, documents }: CfdiPayment, issuedAt: number): XmlElement {
  const taxes = documents.flatMap(getTransfers);
  return {
    name: "pago20:Pago",
    attributes: {
      FechaPago: toLocalTime(date, issuedAt),
      FormaDePagoP: form,
      MonedaP: "MXN",
      TipoCambioP: "1",
      Monto: formatMajorUnits(amount, "MXN"),
    },
    children: [
      ...documents.map((document) => ({
        name: "pago20:DoctoRelacionado",
        attributes: {
          IdDocumento: document.uuid,
          Serie: document.series,
          Folio: document.folio,
          MonedaDR: "MXN",
          EquivalenciaDR: "1",
          NumParcialidad: String(document.installment),
          ImpSaldoAnt: formatMajorUnits(document.previousBalance, "MXN"),
          ImpPagado: formatMajorUnits(document.amount, "MXN"),
          ImpSaldoInsoluto: formatMajorUnits(document.remaining, "MXN"),
          ObjetoImpDR: document.taxObject,
        },
        children: document.taxes.length === 0 ? [] : [toTaxes("DR", getTransfers(document))],
      })),
      taxes.length === 0 ? undefined : toTaxes("P", group(taxes)),
    ],
  };
}

/** The taxes of a document (`DR`) or of a whole payment (`P`). */
function toTaxes(suffix: "DR" | "P", taxes: readonly Transfer[]): XmlElement {
  return {
    name: `pago20:Impuestos${suffix}`,
    children: [
      {
        name: `pago20:Traslados${suffix}`,
        children: taxes.map(({ base, tax, rate }) => ({
          name: `pago20:Traslado${suffix}`,
          attributes: {
            [`Base${suffix}`]: formatMajorUnits(base, "MXN"),
            [`Impuesto${suffix}`]: "002",
            [`TipoFactor${suffix}`]: rate === undefined ? "Exento" : "Tasa",
            [`TasaOCuota${suffix}`]: rate,
            [`Importe${suffix}`]: rate === undefined ? undefined : formatMajorUnits(tax, "MXN"),
          },
        })),
      },
    ],
  };
}

/** One entry for each rate. */
function group(taxes: readonly Transfer[]): Transfer[] {
  const sums = new Map<string | undefined, Transfer>();
  for (const { base, tax, rate } of taxes) {
    const sum = sums.get(rate) ?? { base: 0, tax: 0, rate };
    sums.set(rate, { base: sum.base + base, tax: sum.tax + tax, rate });
  }
  return [...sums.values()];
}

const rateNames: Readonly<Record<string, string>> = {
  "0.160000": "IVA16",
  "0.080000": "IVA8",
  "0.000000": "IVA0",
};

function getTotals(taxes: readonly Transfer[]): Record<string, string> {
  const totals: Record<string, string> = {};
  for (const { base, tax, rate } of group(taxes)) {
    const name = rate === undefined ? undefined : rateNames[rate];
    if (rate === undefined) totals.TotalTrasladosBaseIVAExento = formatMajorUnits(base, "MXN");
    if (name === undefined) continue;
    totals[`TotalTrasladosBase${name}`] = formatMajorUnits(base, "MXN");
    totals[`TotalTrasladosImpuesto${name}`] = formatMajorUnits(tax, "MXN");
  }
  return totals;
}

/** FechaPago is local and has no offset; a day alone is its noon, as SAT's guide says of an hour that is not known. */
function toLocalTime(date: string | undefined, issuedAt: number): string {
  if (date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date)) return `${date}T12:00:00`;
  const at = date === undefined ? issuedAt : Date.parse(date);
  return formatLocalTimestamp(Number.isNaN(at) ? issuedAt : at, COUNTRIES.MX.timeZone);
}
