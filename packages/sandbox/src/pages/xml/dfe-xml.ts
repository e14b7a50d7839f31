import type { Json, JsonObject } from "@codespar/contract";
import { COUNTRIES, dfeXmlId, formatMajorUnits, formatOffsetTimestamp } from "@codespar/formats";
import {
  type FiscalDocument,
  type FiscalEvent,
  field,
  layoutElement,
  type Merchant,
  signXml,
  testCertificate,
  writeXml,
  type XmlElement,
} from "@codespar/providers/simulated";

/** What differs between the layouts of the models. */
interface Layout {
  root: string;
  wrapper: string;
  info: string;
  numberField: string;
  model: string;
  version: string;
  namespace: string;
  protocol: string;
  keyField: string;
}

const layouts: Readonly<Record<"nfe" | "nfce" | "cte" | "mdfe", Layout>> = {
  nfe: layout("NFe", "nfe", "nfeProc", "infNFe", "nNF", "55", "4.00"),
  nfce: layout("NFe", "nfe", "nfeProc", "infNFe", "nNF", "65", "4.00"),
  cte: layout("CTe", "cte", "cteProc", "infCte", "nCT", "57", "4.00"),
  mdfe: layout("MDFe", "mdfe", "mdfeProc", "infMDFe", "nMDF", "58", "3.00"),
};

function layout(
  root: string,
  space: string,
  wrapper: string,
  info: string,
  numberField: string,
  model: string,
  version: string,
): Layout {
  const namespace = `http://www.portalfiscal.inf.br/${space}`;
  return {
    root,
    wrapper,
    info,
    numberField,
    model,
    version,
    namespace,
    protocol: `prot${root}`,
    keyField: `ch${root}`,
  };
}

/**
 * A document with its protocol, in the order of its layout (NF-e 4.00, CT-e 4.00, MDF-e 3.00) and in the test environment.
 * An NF-e that was sent by the names of its XML is written whole and signed by the sandbox's own certificate: it passes the
 * official schema. Of others the simulation knows no taxes, and nobody signs them: they would not pass a validator.
 */
export async function dfeXml(document: FiscalDocument, merchant: Merchant): Promise<string> {
  if (document.kind === "nfse") return nfseXml(document, merchant);
  const shape = layouts[document.kind];
  const { accessKey, layout, verdict } = document;
  const attributes = { xmlns: shape.namespace, versao: shape.version };
  const id = { versao: shape.version, Id: dfeXmlId(accessKey) };
  const info: XmlElement =
    layout === undefined
      ? {
          name: shape.info,
          attributes: id,
          children: [getIde(document, merchant, shape), getIssuer(merchant), ...getBody(document)],
        }
      : layoutElement(shape.info, { ...withKey(layout, accessKey), ...id });
  const signature = layout === undefined ? undefined : await signXml(info, shape.namespace, testCertificate);
  return writeXml({
    name: shape.wrapper,
    attributes,
    children: [
      { name: shape.root, attributes: { xmlns: shape.namespace }, children: [info, signature] },
      verdict?.protocol === undefined
        ? undefined
        : {
            name: shape.protocol,
            attributes: { versao: shape.version },
            children: [
              {
                name: "infProt",
                children: [
                  field("tpAmb", 2),
                  field("verAplic", "SANDBOX_1.0"),
                  field(shape.keyField, accessKey),
                  field("dhRecbto", getTime(verdict.at)),
                  field("nProt", verdict.protocol),
                  field("digVal", verdict.digest),
                  field("cStat", verdict.code),
                  field("xMotivo", verdict.message),
                ],
              },
            ],
          },
    ],
  });
}

/** With the parts of the key that its issuer draws: cNF, and cDV, its check digit. */
function withKey(layout: JsonObject, accessKey: string): JsonObject {
  const ide: JsonObject = {};
  for (const [name, value] of Object.entries(Object(layout.ide))) {
    ide[name] = value as Json; // a member of a JSON object
    if (name === "cUF") ide.cNF = accessKey.slice(35, 43);
    if (name === "tpEmis") ide.cDV = accessKey.slice(43);
  }
  return { ...layout, ide };
}

/** Descriptions of the events, and what a correction letter has to say of its limits (Ajuste SINIEF 01/07), by the schema. */
const eventNames = { "110110": "Carta de Correcao", "110111": "Cancelamento" } as const;
const correctionTerms =
  "A Carta de Correcao e disciplinada pelo paragrafo 1o-A do art. 7o do Convenio S/N, de 15 de dezembro de 1970 e pode ser utilizada para regularizacao de erro ocorrido na emissao de documento fiscal, desde que o erro nao esteja relacionado com: I - as variaveis que determinam o valor do imposto tais como: base de calculo, aliquota, diferenca de preco, quantidade, valor da operacao ou da prestacao; II - a correcao de dados cadastrais que implique mudanca do remetente ou do destinatario; III - a data de emissao ou de saida.";

/** An event on a document with the authority's response: 110111 cancels, 110110 corrects. Signed where the document is. */
export async function eventXml(
  document: FiscalDocument,
  event: FiscalEvent,
  type: "110110" | "110111",
  merchant: Merchant,
): Promise<string> {
  const { accessKey, kind, layout, issuer, verdict } = document;
  const namespace = `http://www.portalfiscal.inf.br/${kind === "nfce" || kind === "nfse" ? "nfe" : kind}`;
  const name = eventNames[type];
  const authority = accessKey.slice(0, 2);
  const info: XmlElement = {
    name: "infEvento",
    attributes: { Id: `ID${type}${accessKey}${String(event.sequence).padStart(2, "0")}` },
    children: [
      field("cOrgao", authority),
      field("tpAmb", 2),
      field("CNPJ", issuer?.cnpj ?? merchant.cnpj),
      field("chNFe", accessKey),
      field("dhEvento", getTime(event.at)),
      field("tpEvento", type),
      field("nSeqEvento", event.sequence),
      field("verEvento", "1.00"),
      {
        name: "detEvento",
        attributes: { versao: "1.00" },
        children:
          type === "110111"
            ? [field("descEvento", name), field("nProt", verdict?.protocol), field("xJust", event.text)]
            : [field("descEvento", name), field("xCorrecao", event.text), field("xCondUso", correctionTerms)],
      },
    ],
  };
  const signature = layout === undefined ? undefined : await signXml(info, namespace, testCertificate);
  return writeXml({
    name: "procEventoNFe",
    attributes: { xmlns: namespace, versao: "1.00" },
    children: [
      { name: "evento", attributes: { versao: "1.00" }, children: [info, signature] },
      {
        name: "retEvento",
        attributes: { versao: "1.00" },
        children: [
          {
            name: "infEvento",
            children: [
              field("tpAmb", 2),
              field("verAplic", "SANDBOX_1.0"),
              field("cOrgao", authority),
              field("cStat", event.code),
              field("xMotivo", event.message),
              field("chNFe", accessKey),
              field("tpEvento", type),
              field("xEvento", `${name} registrado`),
              field("nSeqEvento", event.sequence),
              field("dhRegEvento", getTime(event.at)),
              field("nProt", event.protocol),
            ],
          },
        ],
      },
    ],
  });
}

function getIde(document: FiscalDocument, merchant: Merchant, { model, numberField }: Layout): XmlElement {
  return {
    name: "ide",
    children: [
      field("cUF", merchant.stateCode),
      field("natOp", document.kind === "nfe" || document.kind === "nfce" ? "Venda de mercadoria" : undefined),
      field("mod", model),
      field("serie", document.series),
      field(numberField, document.number),
      field("dhEmi", getTime(document.issuedAt)),
      field("cMunFG", document.kind === "nfe" || document.kind === "nfce" ? merchant.cityCode : undefined),
      field("tpAmb", 2),
    ],
  };
}

function getIssuer(merchant: Merchant): XmlElement {
  return {
    name: "emit",
    children: [
      field("CNPJ", merchant.cnpj),
      field("xNome", merchant.name),
      {
        name: "enderEmit",
        children: [
          field("xLgr", "Avenida Paulista"),
          field("nro", "1000"),
          field("xBairro", "Bela Vista"),
          field("cMun", merchant.cityCode),
          field("xMun", merchant.city),
          field("UF", merchant.state),
          field("CEP", merchant.postalCode),
        ],
      },
      field("IE", "110042490114"),
    ],
  };
}

function getBody(document: FiscalDocument): (XmlElement | undefined)[] {
  const { items, amount, kind } = document;
  const total = reais(amount);
  if (kind === "mdfe") {
    return [
      { name: "prodPred", children: [field("xProd", items[0]?.description)] },
      { name: "tot", children: [field("vCarga", total)] },
    ];
  }
  if (kind === "cte") {
    return [
      getReceiver(document),
      {
        name: "vPrest",
        children: [
          field("vTPrest", total),
          field("vRec", total),
          ...items.map((item) => ({
            name: "Comp",
            children: [field("xNome", item.description), field("vComp", reais(item.amount))],
          })),
        ],
      },
    ];
  }
  return [
    getReceiver(document),
    ...items.map(({ description, code, quantity, unitPrice, amount: value }, index) => ({
      name: "det",
      attributes: { nItem: String(index + 1) },
      children: [
        {
          name: "prod",
          children: [
            field("cProd", code ?? String(index + 1)),
            field("xProd", description),
            field("NCM", code !== undefined && /^\d{8}$/.test(code) ? code : undefined),
            field("CFOP", "5102"),
            field("uCom", "UN"),
            field("qCom", quantity),
            field("vUnCom", unitPrice),
            field("vProd", reais(value)),
          ],
        },
      ],
    })),
    {
      name: "total",
      children: [{ name: "ICMSTot", children: [field("vProd", total), field("vNF", total)] }],
    },
  ];
}

function getReceiver({ receiver }: FiscalDocument): XmlElement | undefined {
  if (receiver === undefined) return undefined;
  const { document = "", name, email } = receiver;
  return {
    name: "dest",
    children: [
      field(document.length === 11 ? "CPF" : "CNPJ", document),
      field("xNome", name),
      field("email", email),
    ],
  };
}

/** An NFS-e of the national standard (Sistema Nacional NFS-e, layout 1.00). */
function nfseXml(document: FiscalDocument, merchant: Merchant): string {
  const { accessKey, number, series, issuedAt, items, receiver, amount, verdict } = document;
  const namespace = "http://www.sped.fazenda.gov.br/nfse";
  const taxpayer = receiver?.document ?? "";
  return writeXml({
    name: "NFSe",
    attributes: { xmlns: namespace, versao: "1.00" },
    children: [
      {
        name: "infNFSe",
        attributes: { Id: `NFS${accessKey}` },
        children: [
          field("xLocEmi", merchant.city),
          field("nNFSe", number),
          field("cStat", verdict?.code),
          field("dhProc", verdict === undefined ? undefined : getTime(verdict.at)),
          { name: "emit", children: [field("CNPJ", merchant.cnpj), field("xNome", merchant.name)] },
          { name: "valores", children: [field("vLiq", reais(amount))] },
          {
            name: "DPS",
            attributes: { versao: "1.00" },
            children: [
              {
                name: "infDPS",
                children: [
                  field("tpAmb", 2),
                  field("dhEmi", getTime(issuedAt)),
                  field("serie", series),
                  field("nDPS", number),
                  {
                    name: "toma",
                    children: [
                      field(taxpayer.length === 11 ? "CPF" : "CNPJ", taxpayer),
                      field("xNome", receiver?.name),
                      field("email", receiver?.email),
                    ],
                  },
                  {
                    name: "serv",
                    children: [
                      {
                        name: "cServ",
                        children: [
                          field("cTribNac", items[0]?.code),
                          field("xDescServ", items.map(({ description }) => description).join("; ")),
                        ],
                      },
                    ],
                  },
                  {
                    name: "valores",
                    children: [{ name: "vServPrest", children: [field("vServ", reais(amount))] }],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
}

function getTime(at: number): string {
  return formatOffsetTimestamp(at, COUNTRIES.BR.timeZone);
}

function reais(amount: number): string {
  return formatMajorUnits(amount, "BRL");
}
