/** A document without punctuation and spaces, in upper case, as the digits rules want it. */
export function normaliseDocument(document: string): string {
  return document.toUpperCase().replace(/[\s./-]/g, "");
}
