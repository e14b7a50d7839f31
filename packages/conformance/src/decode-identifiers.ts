/** Readers of identifiers, written from their specifications and not from the code that makes them. */

/** The fields of a BR Code by id; undefined when its CRC is wrong. */
export function readBrCode(text: string): Map<string, string> | undefined {
  if (crc16(text.slice(0, -4)) !== text.slice(-4)) return undefined;
  return readFields(text);
}

function readFields(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (let at = 0; at < text.length; ) {
    const length = Number(text.slice(at + 2, at + 4));
    fields.set(text.slice(at, at + 2), text.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return fields;
}

/** CRC-16/CCITT-FALSE in four upper-case hex digits. */
function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, "0");
}

/** What a boleto's barcode says, checked against its digitable line; undefined when they do not belong together. */
export function readBoleto(barcode: string, line: string): { amount: number; dueDate: string } | undefined {
  const digits = line.replace(/\D/g, "");
  const rebuilt =
    digits.slice(0, 4) + digits.slice(32) + digits.slice(4, 9) + digits.slice(10, 20) + digits.slice(21, 31);
  const fields = [digits.slice(0, 10), digits.slice(10, 21), digits.slice(21, 32)];
  const isWhole =
    rebuilt === barcode && fields.every((field) => mod10(field.slice(0, -1)) === Number(field.at(-1)));
  if (!isWhole || mod11Boleto(barcode.slice(0, 4) + barcode.slice(5)) !== Number(barcode[4]))
    return undefined;
  const days = Number(barcode.slice(5, 9)) - 1000;
  const due = new Date(Date.UTC(2025, 1, 22) + days * 86_400_000);
  return { amount: Number(barcode.slice(9, 19)), dueDate: due.toISOString().slice(0, 10) };
}

function mod10(digits: string): number {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return (10 - (sum % 10)) % 10;
}

function weighted(digits: string): number {
  return [...digits]
    .reverse()
    .reduce((sum, digit, index) => sum + (digit.charCodeAt(0) - 48) * (2 + (index % 8)), 0);
}

function mod11Boleto(digits: string): number {
  const digit = 11 - (weighted(digits) % 11);
  return digit > 9 ? 1 : digit;
}

/** The parts of a Brazilian document's access key; undefined when its check digit is wrong. */
export function readAccessKey(key: string) {
  const rest = weighted(key.slice(0, 43)) % 11;
  if (key.length !== 44 || Number(key[43]) !== (rest < 2 ? 0 : 11 - rest)) return undefined;
  return {
    state: key.slice(0, 2),
    month: key.slice(2, 6),
    cnpj: key.slice(6, 20),
    model: key.slice(20, 22),
    series: Number(key.slice(22, 25)),
    number: Number(key.slice(25, 34)),
  };
}

/** Whether a CLABE's check digit is right. */
export function isClabe(clabe: string): boolean {
  const weights = [3, 7, 1];
  const sum = [...clabe.slice(0, 17)].reduce(
    (total, digit, index) => total + ((Number(digit) * (weights[index % 3] ?? 0)) % 10),
    0,
  );
  return /^\d{18}$/.test(clabe) && (10 - (sum % 10)) % 10 === Number(clabe[17]);
}

/** Whether a code of the Correios has the right check digit. */
export function isCorreiosCode(code: string): boolean {
  const [, digits = "", check] = /^[A-Z]{2}(\d{8})(\d)BR$/.exec(code) ?? [];
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const rest =
    11 - ([...digits].reduce((sum, digit, index) => sum + Number(digit) * (weights[index] ?? 0), 0) % 11);
  return digits !== "" && Number(check) === (rest === 10 ? 0 : rest === 11 ? 5 : rest);
}
