import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findElement, readXml } from "./read-xml.ts";
import { writeElement, writeXml, type XmlElement } from "./write-xml.ts";

const name = fc.stringMatching(/^[a-zA-Z][\w.-]{0,8}$/);
const text = fc.string({ unit: "grapheme", maxLength: 20 });
const { element } = fc.letrec<{ element: XmlElement }>((tie) => ({
  element: fc.record({
    name,
    attributes: fc.dictionary(name, text, { maxKeys: 3 }),
    children: fc.oneof(
      { maxDepth: 3 },
      fc.constant([]),
      text.map((value) => (value === "" ? [] : [value])),
      fc.array(tie("element"), { maxLength: 3 }),
    ),
  }),
}));

describe("readXml", () => {
  it("reads back what is written, element for element", () => {
    fc.assert(
      fc.property(element, (root) => {
        const xml = writeXml(root);
        const read = readXml(xml);
        expect(read === undefined ? undefined : writeElement(read)).toBe(writeElement(root));
      }),
    );
  });

  it("reads comments over, CDATA as it is, numbers of characters, and single quotes", () => {
    const xml = "<?xml version='1.0'?>\n<!-- a --><a b='\"&#x41;&#66;'><![CDATA[<&>]]>&lt;&amp;</a>\n";
    expect(readXml(xml)).toEqual({ name: "a", attributes: { b: '"AB' }, children: ["<&>", "<&"] });
  });

  it.each([
    ["a document type", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ["an entity that XML does not have", "<a>&nbsp;</a>"],
    ["an end that is no end", "<a></b>"],
    ["no end", "<a><b></a>"],
    ["two roots", "<a/><b/>"],
    ["text beside the root", "<a/>b"],
    ["an attribute twice", '<a b="1" b="2"/>'],
    ["nothing", ""],
    ["JSON", '{"a":1}'],
    ["more depth than any message has", `${"<a>".repeat(200)}${"</a>".repeat(200)}`],
  ])("refuses %s", (_what, xml) => {
    expect(readXml(xml)).toBeUndefined();
  });

  it("never hangs on what is no XML", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."<>/=\"' a&;!-[]?"), maxLength: 400 }), (xml) => {
        readXml(xml);
      }),
    );
  });

  it("finds elements by their local names", () => {
    const root = readXml('<s:Envelope xmlns:s="urn:s"><s:Body><x><y>1</y></x></s:Body></s:Envelope>');
    expect(root && findElement(root, "y")?.children).toEqual(["1"]);
    expect(root && findElement(root, "z")).toBeUndefined();
  });
});
