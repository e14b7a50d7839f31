import { COUNTRIES, formatLocalTimestamp, formatMajorUnits } from "@codespar/formats";
import {
  type CfdiDocument,
  type CfdiItem,
  type Merchant,
  writeXml,
  type XmlElement,
} from "@codespar/providers/simulated";

import { paymentsXml } from "./payments-xml.ts";

/** A CFDI 4.0 with its stamp (SAT, Anexo 20 and TimbreFiscalDigital 1.1), sealed by nobody. */
export function cfdiXml(document: CfdiDocument, merchant: Merchant): string {
  const { kind, stamp, receiver, items, subtotal, tax, total, relatedUuid } = document;
  const isTransfer = kind === "T" || kind === "P";
  const money = (amount: number) => formatMajorUnits(amount, "MXN");
  return writeXml({
    name: "cfdi:Comprobante",
    attributes: {
      "xmlns:cfdi": "http://www.sat.gob.mx/cfd/4",
      Version: "4.0",
      Serie: document.series,
      Folio: String(document.folio),
      Fecha: formatLocalTimestamp(document.issuedAt, COUNTRIES.MX.timeZone),
      Sello: stamp.SelloCFD,
      NoCertificado: stamp.NoCertificadoSAT,
      SubTotal: isTransfer ? "0" : money(subtotal),
      Moneda: isTransfer ? "XXX" : "MXN",
      Total: isTransfer ? "0" : money(total),
      TipoDeComprobante: kind,
      Exportacion: "01",
      MetodoPago: isTransfer ? undefined : (document.payment?.method ?? "PUE"),
      FormaPago: isTransfer ? undefined : (document.payment?.form ?? "03"),
      LugarExpedicion: document.place ?? "06600",
    },
    children: [
      relatedUuid === undefined
        ? undefined
        : {
            name: "cfdi:CfdiRelacionados",
            attributes: { TipoRelacion: "01" },
            children: [{ name: "cfdi:CfdiRelacionado", attributes: { UUID: relatedUuid } }],
          },
      { name: "cfdi:Emisor", attributes: { Rfc: merchant.rfc, Nombre: merchant.name, RegimenFiscal: "601" } },
      {
        name: "cfdi:Receptor",
        attributes: {
          Rfc: receiver.rfc,
          Nombre: receiver.name,
          DomicilioFiscalReceptor: receiver.postalCode,
          RegimenFiscalReceptor: receiver.regime,
          UsoCFDI: receiver.use,
        },
      },
      {
        name: "cfdi:Conceptos",
        children: items.map(({ description, code, quantity, subtotal: amount, tax: iva }) => ({
          name: "cfdi:Concepto",
          attributes: {
            ClaveProdServ: code ?? "01010101",
            Cantidad: String(quantity),
            ClaveUnidad: kind === "P" ? "ACT" : "H87",
            Descripcion: description,
            ValorUnitario: kind === "P" ? "0" : (amount / 100 / quantity).toFixed(6),
            Importe: kind === "P" ? "0" : money(amount),
            ObjetoImp: isTransfer ? "01" : "02",
          },
          children: isTransfer ? [] : [taxes([transfer(amount, iva)])],
        })),
      },
      isTransfer
        ? undefined
        : {
            ...taxes(getTransfers(items)),
            attributes: { TotalImpuestosTrasladados: money(tax) },
          },
      {
        name: "cfdi:Complemento",
        children: [
          document.payments && paymentsXml(document.payments, document.issuedAt),
          {
            name: "tfd:TimbreFiscalDigital",
            attributes: { "xmlns:tfd": "http://www.sat.gob.mx/TimbreFiscalDigital", ...stamp },
          },
        ],
      },
    ],
  });
}

function taxes(children: XmlElement[]): XmlElement {
  return { name: "cfdi:Impuestos", children: [{ name: "cfdi:Traslados", children }] };
}

/** The IVA of all concepts, one for each rate. */
function getTransfers(items: readonly CfdiItem[]): XmlElement[] {
  const sums = new Map<string, { base: number; tax: number }>();
  for (const { subtotal, tax } of items) {
    const rate = getRate(subtotal, tax);
    const { base, tax: sum } = sums.get(rate) ?? { base: 0, tax: 0 };
    sums.set(rate, { base: base + subtotal, tax: sum + tax });
  }
  return [...sums.values()].map(({ base, tax }) => transfer(base, tax));
}

function transfer(base: number, tax: number): XmlElement {
  return {
    name: "cfdi:Traslado",
    attributes: {
      Base: formatMajorUnits(base, "MXN"),
      Impuesto: "002",
      TipoFactor: "Tasa",
      TasaOCuota: getRate(base, tax),
      Importe: formatMajorUnits(tax, "MXN"),
    },
  };
}

/** 0.16, 0.08 at the border, or 0 (SAT, c_TasaOCuota): the one that the amounts are nearest to. */
function getRate(base: number, tax: number): string {
  const share = base === 0 ? 0 : tax / base;
  const [nearest = 0] = [0, 0.08, 0.16].sort((one, other) => Math.abs(one - share) - Math.abs(other - share));
  return nearest.toFixed(6);
}
