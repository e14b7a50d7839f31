import type { Json } from "@codespar/contract";
import { localName } from "./read-xml.ts";
import type { XmlElement } from "./write-xml.ts";

/** Names that are attributes in the layouts of NF-e, NFC-e, CT-e and MDF-e. */
const attributeNames: ReadonlySet<string> = new Set(["Id", "dia", "nItem", "versao", "xCampo"]);

/** Amounts have two decimals, rates two at least (leiauteNFe 4.00, TDec_1302 and TDec_0302a04); unit prices as they are. */
const isAmount = /^v(?!Un)[A-Z]/;
const isRate = /^p[A-Z]/;

/** Elements by the names and in the order of a JSON object: a list is an element repeated, null is none. */
export function layoutElement(name: string, value: Json): XmlElement {
  if (typeof value !== "object" || value === null) return { name, children: [writeValue(name, value)] };
  const attributes: Record<string, string> = {};
  const children: XmlElement[] = [];
  for (const [key, member] of Object.entries(value)) {
    if (member === null || member === undefined) continue;
    if (attributeNames.has(key)) attributes[key] = writeValue(key, member);
    else if (Array.isArray(member)) children.push(...member.map((item) => layoutElement(key, item)));
    else children.push(layoutElement(key, member));
  }
  return { name, attributes, children };
}

/** A number with the decimals that its element has to have. None is ever rounded: the authority refuses what has too many. */
function writeValue(name: string, value: Json): string {
  if (typeof value !== "number") return value === null ? "" : String(value);
  const text = Number.isInteger(value) && Math.abs(value) < 1e21 ? String(value) : plain(value);
  if (!isAmount.test(name) && !isRate.test(name)) return text;
  const [whole = "", decimals = ""] = text.split(".");
  return `${whole}.${decimals.padEnd(2, "0")}`;
}

/** Without an exponent. */
function plain(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(10).replace(/\.?0+$/, "") : text;
}

/** Elements that are lists in the layouts however often they stand there. */
const listNames: ReadonlySet<string> = new Set(["det", "detPag", "infCad"]);

/** The JSON of an element: the way back of `layoutElement`. Texts stay texts; namespaces and signatures are left out. */
export function readLayout({ attributes = {}, children = [] }: XmlElement): Json {
  // whatever an element is called, it is a name like any other
  const members = new Map<string, Json>();
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && attributeNames.has(name)) members.set(name, value);
  }
  let text = "";
  for (const child of children) {
    if (child === undefined) continue;
    if (typeof child === "string") {
      text += child;
      continue;
    }
    const name = localName(child);
    if (name === "Signature") continue;
    const value = readLayout(child);
    const earlier = members.get(name);
    if (earlier !== undefined) members.set(name, [...(Array.isArray(earlier) ? earlier : [earlier]), value]);
    else members.set(name, listNames.has(name) ? [value] : value);
  }
  return members.size === 0 ? text.trim() : Object.fromEntries(members);
}
