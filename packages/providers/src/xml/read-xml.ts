import { unescapeXml, type XmlElement } from "./write-xml.ts";

/** Deeper than any message nests. */
const deepest = 100;

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads an XML document: elements, their attributes and texts, by the names as they are written. Undefined for what is not
 * well-formed, and for every document type declaration, so that no entity is ever looked up or expanded.
 */
export function readXml(text: string): XmlElement | undefined {
  const top: OpenElement = { name: "", attributes: {}, children: [] };
  const open = [top];
  token.lastIndex = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    const parent = open.at(-1);
    if (match === null || parent === undefined) return undefined;
    const [, raw, end, start, attributes = "", isEmpty, characters] = match;
    if (start !== undefined) {
      const element: OpenElement = { name: start, attributes: {}, children: [] };
      for (const [, name = "", double, single = ""] of attributes.matchAll(attribute)) {
        const value = unescapeXml(double ?? single);
        if (value === undefined || Object.hasOwn(element.attributes, name)) return undefined;
        element.attributes[name] = value;
      }
      parent.children.push(element);
      if (isEmpty === "") open.push(element);
      if (open.length > deepest) return undefined;
    } else if (end !== undefined) {
      if (open.length === 1 || parent.name !== end) return undefined;
      open.pop();
    } else {
      const content = raw ?? (characters === undefined ? "" : unescapeXml(characters));
      if (content === undefined) return undefined;
      if (content !== "") parent.children.push(content);
    }
  }
  const [root, ...others] = top.children.filter((child) => typeof child !== "string" || child.trim() !== "");
  return open.length > 1 || others.length > 0 || typeof root === "string" ? undefined : root;
}

interface OpenElement extends XmlElement {
  attributes: Record<string, string>;
  children: (OpenElement | string)[];
}

/** An element's name without its prefix. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The first element of a name inside an element, at whatever depth, or that element itself; by local names. */
export function findElement(element: XmlElement, name: string): XmlElement | undefined {
  if (localName(element) === name) return element;
  for (const child of element.children ?? []) {
    const found = typeof child === "object" ? findElement(child, name) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
