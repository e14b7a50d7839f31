/**
 * What is in no letter: controls of the writing direction, by which a text shows its neighbours in another order, and
 * characters without width (Unicode Standard Annex 9; "Trojan Source", CVE-2021-42574). The joiner of emoji is none of them.
 */
const hidden = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * JSON for a person who decides by it: characters that nobody sees are written as their escapes, which mean the same to
 * whoever parses it. `null` for what is no JSON.
 */
export function readableJson(value: unknown, indent = 2): string {
  const text: string | undefined = JSON.stringify(value, null, indent);
  return (text ?? "null").replace(
    hidden,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
