import { expect, it } from "vitest";
import { layoutElement, readLayout } from "./layout-xml.ts";
import { readXml } from "./read-xml.ts";
import { signXml } from "./sign-xml.ts";
import { writeElement } from "./write-xml.ts";

it("writes elements in the order of the object, attributes by their names, lists as repetitions", () => {
  const xml = writeElement(
    layoutElement("infNFe", {
      versao: "4.00",
      ide: { cUF: 35, natOp: "Venda & troca", dhSaiEnt: null },
      det: [
        { nItem: 1, prod: { xProd: "A" } },
        { nItem: 2, prod: { xProd: "B" } },
      ],
    }),
  );
  expect(xml).toBe(
    '<infNFe versao="4.00"><ide><cUF>35</cUF><natOp>Venda &amp; troca</natOp></ide>' +
      '<det nItem="1"><prod><xProd>A</xProd></prod></det><det nItem="2"><prod><xProd>B</xProd></prod></det></infNFe>',
  );
});

it.each([
  ["vProd", 119.9, "119.90"],
  ["vNF", 0, "0.00"],
  ["pICMS", 18, "18.00"],
  ["pRedBC", 33.333, "33.333"],
  // what has too many decimals is left for the authority to refuse
  ["vProd", 1.005, "1.005"],
  ["vUnCom", 0.0000001, "0.0000001"],
  ["qCom", 1.5, "1.5"],
  ["serie", 1, "1"],
  ["vNF", "7.00", "7.00"],
])("writes %s of %j as %s", (name, value, text) => {
  expect(writeElement(layoutElement(name, value))).toBe(`<${name}>${text}</${name}>`);
});

it("says what is wrong with a certificate or key, and quotes neither", async () => {
  const element = { name: "a", attributes: { Id: "x" } };
  const pem = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----";
  const sign = (privateKey: string) => signXml(element, "urn:a", { certificate: "", privateKey });
  await expect(sign("secret")).rejects.toThrow(/^There is no private key of PKCS #8 in PEM\. Convert/);
  await expect(sign(pem)).rejects.toThrow(/^The private key cannot be read\. Give an RSA key in PKCS #8/);
  await expect(signXml({ name: "a" }, "urn:a", { certificate: "", privateKey: pem })).rejects.toThrow(
    "no Id",
  );
});

it("reads an element of any name as that name, whatever objects make of it elsewhere", () => {
  const root = readXml(
    "<a><__proto__><b>1</b></__proto__><__proto__>2</__proto__><constructor>3</constructor></a>",
  );
  const read = root === undefined ? null : readLayout(root);
  expect(Object.entries(read ?? {})).toEqual([
    ["__proto__", [{ b: "1" }, "2"]],
    ["constructor", "3"],
  ]);
});
