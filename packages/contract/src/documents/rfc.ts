// The last place stands for Ñ, which SAT counts as 38.
const alphabet = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
const shape = /^[A-Z&Ñ]{3,4}(\d{2})(\d{2})(\d{2})[1-9A-NP-V][1-9A-NP-Z][0-9A]$/;

// The general public and foreigners; their last character is not computed.
const generics: ReadonlySet<string> = new Set(["XAXX010101000", "XEXX010101000"]);

/** Whether 12 (company) or 13 (person) bare characters are a Mexican RFC. */
export function isRfc(characters: string): boolean {
  if (generics.has(characters)) return true;
  const match = shape.exec(characters);
  if (match === null || !isDate(match[1], match[2], match[3])) return false;
  return checkCharacter(characters.slice(0, -1).padStart(12, " ")) === characters.at(-1);
}

/** Weights are 13 down to 2. */
function checkCharacter(base: string): string {
  let sum = 0;
  for (let index = 0; index < 12; index++) sum += (13 - index) * alphabet.indexOf(base.charAt(index));
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? "A" : String(digit);
}

/** The century is not written, so 29 February passes when 20yy has it. */
function isDate(year = "", month = "", day = ""): boolean {
  const date = new Date(Date.UTC(2000 + Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
