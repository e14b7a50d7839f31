import { writeXml } from "@codespar/providers/simulated";
import { createSandbox } from "@codespar/sandbox-core";
import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { servePages } from "../serve-pages.ts";
import { apiClient } from "../testing/api-client.ts";

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
});

async function issue(servers: string[], args: object) {
  const sandbox = createSandbox({ seed: 1, now: "2026-11-21T18:00:00Z", publicUrl: "http://127.0.0.1:4010" });
  const api = apiClient(sandbox);
  const serve = servePages(sandbox);
  const document = await api.execute(servers, "codespar_invoice", args);
  const read = async (url: unknown) => (await serve(new Request(String(url))))?.text() ?? "";
  return { api, document, read };
}

const items = [
  { description: 'Camiseta "azul" & <b>boné</b>', quantity: 2, unit_amount: 5_995, code: "61091000" },
];
const customer = {
  name: "Maria <Conceição>",
  document: "52998224725",
  address: {
    postal_code: "01310-100",
    street: "Avenida Paulista",
    number: "1578",
    district: "Bela Vista",
    city: "São Paulo",
  },
};

describe("XML", () => {
  it.each([
    ["nuvem-fiscal", "nfe", "nfeProc.NFe.infNFe"],
    ["nuvem-fiscal", "nfce", "nfeProc.NFe.infNFe"],
    ["nuvem-fiscal", "cte", "cteProc.CTe.infCte"],
    ["nuvem-fiscal", "mdfe", "mdfeProc.MDFe.infMDFe"],
    ["nuvem-fiscal", "nfse", "NFSe.infNFSe"],
  ])("of %s's %s carries its key, its test environment and its value", async (server, type, path) => {
    const { document, read } = await issue([server], { type, customer, items });
    const xml = await read(document.xml_url);
    expect(XMLValidator.validate(xml)).toBe(true);
    const info = path.split(".").reduce((value, name) => Reflect.get(Object(value), name), parser.parse(xml));
    expect(Reflect.get(Object(info), "@_Id")).toContain(document.access_key ?? "NFS");
    expect(xml).toContain("<tpAmb>2</tpAmb>");
    expect(xml).toContain("119.90");
    expect(xml).not.toContain("<b>");
  });

  it("of an NF-e has its goods, its buyer and its protocol", async () => {
    const { document, read } = await issue(["nuvem-fiscal"], { type: "nfe", customer, items });
    const { nfeProc } = parser.parse(await read(document.xml_url));
    expect(nfeProc.NFe.infNFe.det.prod).toMatchObject({
      xProd: 'Camiseta "azul" & <b>boné</b>',
      NCM: "61091000",
      vProd: "119.90",
    });
    expect(nfeProc.NFe.infNFe.dest).toMatchObject({ CPF: "52998224725", xNome: "Maria <Conceição>" });
    expect(nfeProc.protNFe.infProt).toMatchObject({
      chNFe: document.access_key,
      nProt: document.protocol,
      cStat: "100",
    });
  });

  it("of a cancellation says why", async () => {
    const { api, document, read } = await issue(["nuvem-fiscal"], { type: "nfe", customer, items });
    const reason = "Cancelado a pedido do cliente & da loja.";
    await api.execute(["nuvem-fiscal"], "codespar_invoice", {
      action: "cancel",
      invoice_id: document.invoice_id,
      reason,
    });
    const { procEventoNFe } = parser.parse(await read(String(document.xml_url).replace(".xml", "-can.xml")));
    expect(procEventoNFe.evento.infEvento).toMatchObject({
      tpEvento: "110111",
      detEvento: { xJust: reason },
    });
  });

  it("of a CFDI says how it is paid, who receives it, and each rate of IVA, as they were asked for", async () => {
    const { document, read } = await issue(["facturapi"], {
      type: "cfdi",
      customer: {
        name: "Público",
        document: "GODE561231GR8",
        tax_regime: "612",
        address: { postal_code: "65000" },
      },
      items: [{ description: "Playera", quantity: 1, unit_amount: 34_800, code: "53103000" }],
    });
    const cfdi = parser.parse(await read(document.xml_url))["cfdi:Comprobante"];
    expect(cfdi["cfdi:Receptor"]).toMatchObject({
      "@_Rfc": "GODE561231GR8",
      "@_RegimenFiscalReceptor": "612",
      "@_DomicilioFiscalReceptor": "65000",
    });
    expect(cfdi["cfdi:Impuestos"]["cfdi:Traslados"]["cfdi:Traslado"]).toMatchObject({
      "@_Base": "300.00",
      "@_TasaOCuota": "0.160000",
      "@_Importe": "48.00",
    });
    expect(cfdi["@_FormaPago"]).toMatch(/^\d{2}$/);
  });

  it("of a CFDI has its stamp and taxes that add up", async () => {
    const { document, read } = await issue(["facturapi"], {
      type: "cfdi",
      customer: {
        name: "Público",
        document: "GODE561231GR8",
        tax_regime: "612",
        address: { postal_code: "65000" },
      },
      items: [{ description: "Playera", quantity: 1, unit_amount: 34_800, code: "53103000" }],
    });
    const xml = await read(document.xml_url);
    expect(XMLValidator.validate(xml)).toBe(true);
    const cfdi = parser.parse(xml)["cfdi:Comprobante"];
    expect(cfdi).toMatchObject({
      "@_Version": "4.0",
      "@_TipoDeComprobante": "I",
      "@_Total": "348.00",
      "@_SubTotal": "300.00",
    });
    expect(cfdi["cfdi:Complemento"]["tfd:TimbreFiscalDigital"]["@_UUID"]).toBe(document.uuid);
  });

  it("is well formed whatever is written in it, and reads back what XML has a form for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const xml = writeXml({ name: "a", attributes: { b: text }, children: [text, { name: "c" }] });
        expect(XMLValidator.validate(xml)).toBe(true);
      }),
    );
    const odd = "\u0000\u001b\ud83d <&>\"' \t\n\r ação 😀";
    const xml = writeXml({ name: "a", attributes: { b: odd }, children: [odd] });
    expect(xml).toContain("\ufffd\ufffd\ufffd &lt;&amp;&gt;");
    expect(xml).toContain("ação 😀");
  });
});
