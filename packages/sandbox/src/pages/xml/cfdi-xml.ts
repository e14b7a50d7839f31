import { COUNTRIES, formatLocalTimestamp, formatMajorUnits } from "@codespar/formats";
import { type CfdiDocument, type Merchant, writeXml, type XmlElement } from "@codespar/providers/simulated";

const taxRate = "0.160000";

/** A CFDI 4.0 with its stamp (SAT, Anexo 20 and TimbreFiscalDigital 1.1), sealed by nobody. */
export function cfdiXml(document: CfdiDocument, merchant: Merchant): string {
  const { kind, stamp, receiver, items, subtotal, tax, total, relatedUuid } = document;
  const isTransfer = kind === "T";
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
      MetodoPago: isTransfer ? undefined : "PUE",
      FormaPago: isTransfer ? undefined : "03",
      LugarExpedicion: "06600",
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
        attributes: { Rfc: receiver.rfc, Nombre: receiver.name, UsoCFDI: receiver.use },
      },
      {
        name: "cfdi:Conceptos",
        children: items.map(({ description, code, quantity, subtotal: amount, tax: iva }) => ({
          name: "cfdi:Concepto",
          attributes: {
            ClaveProdServ: code ?? "01010101",
            Cantidad: String(quantity),
            ClaveUnidad: "H87",
            Descripcion: description,
            ValorUnitario: (amount / 100 / quantity).toFixed(6),
            Importe: money(amount),
            ObjetoImp: isTransfer ? "01" : "02",
          },
          children: isTransfer ? [] : [taxes([transfer(money(amount), money(iva))])],
        })),
      },
      isTransfer
        ? undefined
        : {
            ...taxes([transfer(money(subtotal), money(tax))]),
            attributes: { TotalImpuestosTrasladados: money(tax) },
          },
      {
        name: "cfdi:Complemento",
        children: [
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

function transfer(base: string, amount: string): XmlElement {
  return {
    name: "cfdi:Traslado",
    attributes: { Base: base, Impuesto: "002", TipoFactor: "Tasa", TasaOCuota: taxRate, Importe: amount },
  };
}
