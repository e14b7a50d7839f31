/** What Windows-1252 has beyond Latin-1, which the standard fonts of every PDF reader can print. */
const beyondLatin1 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

/** Marks that have no width of their own: joiners, directions, variation selectors. */
const invisible = /[\p{Cf}\p{Mn}\p{Me}]/gu;

/**
 * A text as the standard fonts print it: on one line, composed, with `?` for each character that they lack. Embedding
 * a font for every script would cost megabytes for papers that have no value anyway.
 */
export function winAnsiText(text: string): string {
  let printed = "";
  for (const character of text.normalize("NFC").replace(/\s+/gu, " ").replace(invisible, "")) {
    printed += isPrintable(character) ? character : (baseLetter(character) ?? "?");
  }
  return printed.trim();
}

/** Vietnamese, Polish and full-width letters keep their base. */
function baseLetter(character: string): string | undefined {
  const base = character.normalize("NFKD").replace(invisible, "");
  return base !== "" && [...base].every(isPrintable) ? base : undefined;
}

function isPrintable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code <= 0x7e) return true;
  // the soft hyphen, 0xad, is a format character and gone by now
  return (code >= 0xa0 && code <= 0xff) || beyondLatin1.includes(character);
}
