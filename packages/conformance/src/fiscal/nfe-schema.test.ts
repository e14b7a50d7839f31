import { type SandboxServer, startSandboxServer } from "@codespar/sandbox/server";
import { CodeSpar } from "@codespar/sdk";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SignedXml } from "xml-crypto";
import { brazil, nfe } from "../calls.ts";
import { nfeSchemas, schemaProblems, sha256OfSchema } from "./nfe-schema.ts";

let server: SandboxServer;
let codespar: CodeSpar;

beforeAll(async () => {
  server = await startSandboxServer({
    port: 0,
    now: "2026-11-21T18:00:00Z",
    plan: "enterprise",
    rateLimit: false,
    seed: 1,
  });
  codespar = new CodeSpar({ apiKey: "csk_test_schema", baseUrl: server.url });
});

afterAll(() => server.close());

const customer = { ...nfe.arguments.customer, name: "Maria Conceição", email: "maria@example.com" };
const items = [{ description: 'Camiseta "azul" & boné', quantity: 2, unit_amount: 5_995, code: "61091000" }];

async function issue(provider: string, lines: typeof items = items, tenant?: string) {
  const metadata = tenant === undefined ? {} : { tenant_id: tenant };
  const session = await codespar.sessions.create({ servers: [provider], metadata });
  const { data } = await session.execute({
    name: "codespar_invoice",
    arguments: { type: "nfe", customer, items: lines },
  });
  if (data === null) throw new Error("No document was issued.");
  return { session, document: data, xml: await read(data.xml_url) };
}

async function read(url: string | undefined): Promise<string> {
  if (url === undefined) throw new Error("The document has no XML.");
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return response.text();
}

/** What xml-crypto says of the signature inside an element, with the certificate that the document carries. */
function isSigned(xml: string, element: string): boolean {
  const signature = /<Signature [\s\S]*?<\/Signature>/.exec(xml)?.[0];
  const certificate = /<X509Certificate>([^<]+)</.exec(xml)?.[1];
  if (signature === undefined || certificate === undefined) return false;
  const verifier = new SignedXml({
    publicCert: `-----BEGIN CERTIFICATE-----\n${certificate.match(/.{1,64}/g)?.join("\n")}\n-----END CERTIFICATE-----`,
  });
  verifier.loadSignature(signature);
  try {
    return (
      verifier.checkSignature(xml) &&
      verifier.getSignedReferences().some((part) => part.includes(`<${element} `))
    );
  } catch {
    return false;
  }
}

/** What stands in front of an element's first occurrence, cut off: the element as a document of its own. */
function part(xml: string, name: string, namespace = "http://www.portalfiscal.inf.br/nfe"): string {
  const [found = ""] = new RegExp(`<${name}[ >][\\s\\S]*?</${name}>`).exec(xml) ?? [];
  return found.includes("xmlns=") && found.indexOf("xmlns=") < found.indexOf(">")
    ? found
    : found.replace(`<${name}`, `<${name} xmlns="${namespace}"`);
}

it.each(Object.entries(nfeSchemas))("%s is the file that was recorded", (file, hash) => {
  expect(sha256OfSchema(file)).toBe(hash);
});

describe.each(["nuvem-fiscal", "sefaz"])("an NF-e by %s", (provider) => {
  it("is valid by the official schema with its protocol, and its signature holds", async () => {
    const { document, xml } = await issue(provider);
    expect(schemaProblems(xml, "procNFe_v4.00.xsd")).toEqual([]);
    expect(schemaProblems(part(xml, "NFe"), "nfe_v4.00.xsd")).toEqual([]);
    expect(xml).toContain(`Id="NFe${document.access_key}"`);
    expect(isSigned(xml, "infNFe")).toBe(true);
    expect(isSigned(xml.replace("119.90", "19.90"), "infNFe")).toBe(false);
  });

  it("is valid whatever is sold", async () => {
    const text = fc
      .string({ unit: fc.constantFrom(..."AZaz09ÀÿçÇ &<>\"'.,-/"), minLength: 1, maxLength: 60 })
      .filter((description) => description.trim() !== "");
    const line = fc.record({
      description: text,
      quantity: fc.integer({ min: 1, max: 999 }),
      unit_amount: fc.integer({ min: 1, max: 1_000_000 }),
      code: fc.constant("61091000"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), async (lines) => {
        const { xml } = await issue(provider, lines);
        expect(schemaProblems(xml, "procNFe_v4.00.xsd")).toEqual([]);
        expect(isSigned(xml, "infNFe")).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});

const taxed = { cst: "01", rate: 1.65 };
const consumption = {
  cst: "000",
  class_code: "000001",
  ibs_state_rate: 0.1,
  ibs_city_rate: 0,
  cbs_rate: 0.9,
};

describe("taxes of a fiscal profile", () => {
  it.each([
    ["regular", "ICMS 00 with IBS and CBS", { cst: "00", rate: 18 }, taxed, consumption],
    [
      "regular",
      "ICMS 20 on a reduced base",
      { cst: "20", rate: 18, base_reduction: 33.33 },
      taxed,
      consumption,
    ],
    ["regular", "ICMS 40, exempt", { cst: "40" }, { cst: "06" }, consumption],
    ["regular", "ICMS 60, paid before", { cst: "60" }, { cst: "04" }, undefined],
    [
      "simples_nacional",
      "CSOSN 101 with a credit",
      { cst: "101", credit_rate: 1.25 },
      { cst: "49", rate: 0 },
      undefined,
    ],
    ["simples_nacional", "CSOSN 500", { cst: "500" }, { cst: "49", rate: 0 }, undefined],
  ] as const)(
    "%s: %s stand in the XML as the schema has them",
    async (regime, _what, icms, other, ibs_cbs) => {
      const tenant = `taxes-${icms.cst}-${regime}`;
      await codespar.fiscalProfiles.create({
        tenant_id: tenant,
        brazil: {
          ...brazil,
          tax_id: "11444777000161",
          name: "Loja Azul Comércio Ltda",
          tax_regime: regime,
          goods: [
            {
              codes: ["*"],
              ncm: "61091000",
              cfop: "5102",
              icms,
              pis: other,
              cofins: other,
              ...(ibs_cbs && { ibs_cbs }),
            },
          ],
        },
      });
      const { xml } = await issue("nuvem-fiscal", items, tenant);
      expect(schemaProblems(xml, "procNFe_v4.00.xsd")).toEqual([]);
      expect(xml).toContain("<CNPJ>11444777000161</CNPJ><xNome>Loja Azul Comércio Ltda</xNome>");
      expect(xml).toMatch(new RegExp(`<(?:CST|CSOSN)>${icms.cst}</`));
      expect(xml.includes("<gIBSCBS>")).toBe(ibs_cbs !== undefined);
    },
  );
});

it("has a cancellation and a correction that are valid and signed", async () => {
  const { session, document } = await issue("nuvem-fiscal");
  await session.execute({
    name: "codespar_invoice",
    arguments: { action: "correct", invoice_id: document.invoice_id, reason: "O peso correto é de 2 kg." },
  });
  await session.execute({
    name: "codespar_invoice",
    arguments: { action: "cancel", invoice_id: document.invoice_id, reason: "Pedido desfeito pelo cliente." },
  });
  for (const [suffix, schema] of [
    ["can", "procEventoCancNFe_v1.00.xsd"],
    ["cce", "procCCeNFe_v1.00.xsd"],
  ] as const) {
    const xml = await read(String(document.xml_url).replace(".xml", `-${suffix}.xml`));
    expect(schemaProblems(xml, schema)).toEqual([]);
    expect(isSigned(xml, "infEvento")).toBe(true);
  }
});
