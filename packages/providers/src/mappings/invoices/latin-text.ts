import { cutText } from "../text/cut-text.ts";
import { refuseField } from "./refuse-field.ts";

/** Printed punctuation that people's keyboards make, as Latin-1 has it. */
const PLAIN: Readonly<Record<string, string>> = {
  "–": "-",
  "—": "-",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "…": "...",
  "•": "-",
};

/**
 * A text as the layouts of NF-e, CT-e and MDF-e take it (leiauteNFe 4.00, TString): Latin-1, no blank at either end, no line
 * breaks, and no longer than its field. Characters that have no likeness in Latin-1 are refused: SEFAZ rejects them (225).
 */
export function latinText(text: string, length: number, field: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[–—‘’“”…•]/g, (mark) => PLAIN[mark] ?? mark)
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
  const foreign = /[^ -~¡-ÿ]/u.exec(plain)?.[0];
  if (foreign !== undefined) {
    throw refuseField(
      `${field} has ${JSON.stringify(foreign)}, which a fiscal document cannot carry: it takes Latin-1 characters alone. Leave it out.`,
      "225",
    );
  }
  if (plain === "") throw refuseField(`${field} is blank. Fill it in.`, "225");
  return cutText(plain, length).trimEnd();
}
