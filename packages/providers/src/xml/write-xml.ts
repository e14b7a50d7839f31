/** One element: its name, its attributes, and texts or elements inside; what is undefined is left out. */
export interface XmlElement {
  name: string;
  attributes?: Readonly<Record<string, string | undefined>> | undefined;
  children?: readonly (XmlElement | string | undefined)[] | undefined;
}

/** An element that holds a text; undefined when there is none. */
export function field(name: string, text: string | number | undefined): XmlElement | undefined {
  return text === undefined || text === "" ? undefined : { name, children: [String(text)] };
}

/** An XML 1.0 document in UTF-8, without blanks between elements, as signatures need it. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${writeElement(root)}`;
}

/** One element without a declaration before it, as it stands inside another document. */
export function writeElement({ name, attributes = {}, children = [] }: XmlElement): string {
  let start = `<${name}`;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) start += ` ${attribute}="${escapeXml(value)}"`;
  }
  let inside = "";
  for (const child of children) {
    if (child !== undefined) inside += typeof child === "string" ? escapeXml(child) : writeElement(child);
  }
  return inside === "" ? `${start}/>` : `${start}>${inside}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Characters that XML 1.0 has no form for, such as half a pair or NUL, become U+FFFD. */
export function readableText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}

function escapeXml(text: string): string {
  return readableText(text).replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? character);
}

const characters: Readonly<Record<string, string>> = { amp: "&", apos: "'", gt: ">", lt: "<", quot: '"' };

/** The text behind the five entities of XML and its numbers; undefined where there is another `&`. */
export function unescapeXml(text: string): string | undefined {
  let isWellFormed = true;
  const plain = text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));|&/gi, (_all, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    if (name === undefined && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    const character = Object.hasOwn(characters, name ?? "") ? characters[name] : undefined;
    isWellFormed &&= character !== undefined;
    return character ?? "";
  });
  return isWellFormed ? plain : undefined;
}
