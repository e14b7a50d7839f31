const COMBINING_MARKS = /[\u0300-\u036f]/g;
const NOT_PRINTABLE_ASCII = /[^\x20-\x7e]/;

/** Takes accents off, drops what is still not printable ASCII, and cuts to `maxLength`: names in a BR Code. */
export function toAsciiText(text: string, maxLength: number): string {
  const ascii = NOT_PRINTABLE_ASCII.test(text) ? toAscii(text) : text;
  if (ascii.length <= maxLength) return ascii.trim();
  return ascii.trim().slice(0, maxLength).trimEnd();
}

// Calls come in bursts that share a merchant, whose city is most of what a BR Code costs.
let lastText = "";
let lastAscii = "";

function toAscii(text: string): string {
  if (text !== lastText) {
    lastAscii = text
      .normalize("NFD")
      .replace(COMBINING_MARKS, "")
      .replace(/[^\x20-\x7e]+/g, "");
    lastText = text;
  }
  return lastAscii;
}
