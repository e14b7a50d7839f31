import type { Json, JsonObject } from "@codespar/contract";
import { dfeXmlId, generateDfeAccessKey, startOfDate, stateOfIbgeCode } from "@codespar/formats";
import { numberAt, textAt } from "../json/native-json.ts";

/**
 * `infNFe` with its access key: `Id`, `ide.cNF` and `ide.cDV`. A key that is there stays; else its numeric code is drawn from the
 * document itself, so that the same document always has the same key and can be asked for by it. Unchanged where a part of
 * the key is missing: the authority says which.
 */
export function withAccessKey(infNfe: JsonObject): JsonObject {
  const { ide } = infNfe;
  if (infNfe.Id !== undefined || typeof ide !== "object" || ide === null || Array.isArray(ide)) return infNfe;
  const key = makeKey(infNfe, ide);
  if (key === undefined) return infNfe;
  const whole: JsonObject = {};
  for (const [name, value] of Object.entries(ide)) {
    if (name === "cNF" || name === "cDV") continue;
    whole[name] = value;
    if (name === "cUF") whole.cNF = key.slice(35, 43);
    if (name === "tpEmis") whole.cDV = key.slice(43);
  }
  return { ...infNfe, Id: dfeXmlId(key), ide: whole };
}

/** The access key of `infNFe`; undefined when it has none. */
export function getAccessKey(infNfe: Json | undefined): string | undefined {
  return textAt(infNfe, "Id")?.replace(/^NFe/, "");
}

function makeKey(infNfe: JsonObject, ide: JsonObject): string | undefined {
  const state = stateOfIbgeCode(textAt(ide, "cUF") ?? "");
  // the month in the key is the one that dhEmi says, in whatever offset it says it (SEFAZ 502 otherwise)
  const date = /^(\d{4}-\d{2}-\d{2})T/.exec(textAt(ide, "dhEmi") ?? "")?.[1];
  const [series, number] = [numberAt(ide, "serie"), numberAt(ide, "nNF")];
  const issuer = textAt(infNfe, "emit.CNPJ") ?? textAt(infNfe, "emit.CPF");
  const model = textAt(ide, "mod");
  if (state === undefined || date === undefined || series === undefined || number === undefined)
    return undefined;
  if (issuer === undefined || (model !== "55" && model !== "65")) return undefined;
  const numericCode = /^\d{8}$/.exec(textAt(ide, "cNF") ?? "")?.[0];
  const emissionType = textAt(ide, "tpEmis");
  try {
    const issuedAt = startOfDate(date, "UTC");
    const code = { emissionType, numericCode };
    const input = { state, issuedAt, timeZone: "UTC", issuer, model, series, number, ...code } as const;
    return generateDfeAccessKey({ integer: (bound) => hash(JSON.stringify(infNfe)) % bound }, input);
  } catch {
    // a part is out of its range
    return undefined;
  }
}

/** FNV-1a of 32 bits: no secret, and the same for the same document. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const sign of text) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
