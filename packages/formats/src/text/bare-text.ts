const BARE = /^[0-9A-Z]*$/;

/** A value without the punctuation and spaces it is printed with, in upper case. */
export function bareText(text: string): string {
  // Most values come bare already, and this runs in every call that carries a document.
  return BARE.test(text) ? text : text.toUpperCase().replace(/[\s./-]/g, "");
}
