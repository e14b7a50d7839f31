import { readableText, type XmlElement } from "./write-xml.ts";

/**
 * An element in the form that is signed: Canonical XML 1.0 without comments (W3C REC-xml-c14n-20010315). `namespace` is the
 * default one where the element stands, written down when the element has none of its own.
 */
export function canonicalXml(element: XmlElement, namespace: string): string {
  const attributes = { xmlns: namespace, ...element.attributes };
  return write({ ...element, attributes }, "");
}

function write({ name, attributes = {}, children = [] }: XmlElement, inherited: string): string {
  const namespace = attributes.xmlns ?? inherited;
  let start = `<${name}`;
  // the namespace first, then by name; one that is the same outside is not repeated
  if (namespace !== inherited) start += ` xmlns="${escapeAttribute(namespace)}"`;
  for (const attribute of Object.keys(attributes).sort()) {
    const value = attributes[attribute];
    if (value !== undefined && attribute !== "xmlns") start += ` ${attribute}="${escapeAttribute(value)}"`;
  }
  let inside = "";
  for (const child of children) {
    if (child !== undefined)
      inside += typeof child === "string" ? escapeText(child) : write(child, namespace);
  }
  return `${start}>${inside}</${name}>`;
}

function escapeText(text: string): string {
  return readableText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#xD;");
}

function escapeAttribute(text: string): string {
  return readableText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\t", "&#x9;")
    .replaceAll("\n", "&#xA;")
    .replaceAll("\r", "&#xD;");
}
