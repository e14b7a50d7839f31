import { formatMajorUnits, parseAmount } from "../money/amount.ts";
import { requireFormat, toAsciiText } from "../text/text-rules.ts";

interface BrCodeInput {
  /** At most 25 ASCII characters arrive; accents are taken off. */
  merchantName: string;
  /** At most 15 ASCII characters arrive; accents are taken off. */
  merchantCity: string;
  /** In cents. Left out: the payer types the amount. */
  amount?: number | undefined;
  /** Four digits. @default "0000" */
  merchantCategory?: string | undefined;
  /** CEP, eight digits. */
  postalCode?: string | undefined;
}

export interface StaticBrCodeInput extends BrCodeInput {
  /** A Pix key as DICT writes it, without mask. */
  key: string;
  /** Up to 25 letters and digits. @default "***" */
  txid?: string | undefined;
  /** Free text, cut so that the merchant account object fits in 99 characters. */
  description?: string | undefined;
}

export interface DynamicBrCodeInput extends BrCodeInput {
  /** Where the charge lives at the PSP: host and path without scheme, at most 77 characters. */
  url: string;
}

export interface BrCode {
  /** A static code names a key, a dynamic one the URL of the charge. */
  account: { type: "static"; key: string; description?: string } | { type: "dynamic"; url: string };
  /** Object 01 is `12`. */
  oneUse: boolean;
  /** In cents; absent when the payer chooses. On a dynamic code the charge behind the URL decides. */
  amount?: number;
  merchantName: string;
  merchantCity: string;
  merchantCategory: string;
  postalCode?: string;
  /** `***` stands for none. */
  txid: string;
}

const MERCHANT_ACCOUNT = "0014br.gov.bcb.pix";
const MERCHANT_ACCOUNT_MAX = 99;
const AMOUNT_MAX = 999_999_999_999;

/** "Copia e cola" text of a static Pix QR code (BCB, "Manual do BR Code"; EMV MPM). Throws RangeError. */
export function encodeStaticBrCode(input: StaticBrCodeInput): string {
  requireFormat(input.key, /^[\x21-\x7e]{1,77}$/, "Pix key", "a key of at most 77 ASCII characters");
  const txid = input.txid ?? "***";
  requireFormat(txid, /^(?:[A-Za-z0-9]{1,25}|\*\*\*)$/, "Pix txid", "1 to 25 letters and digits");
  let account = MERCHANT_ACCOUNT + object("01", input.key);
  const room = MERCHANT_ACCOUNT_MAX - account.length - 4;
  const description = input.description === undefined || room < 1 ? "" : toAsciiText(input.description, room);
  if (description !== "") account += object("02", description);
  return sealed(`000201${object("26", account)}`, input, txid);
}

/** "Copia e cola" text of a one-use Pix QR code; the txid lives behind the URL. Throws RangeError. */
export function encodeDynamicBrCode(input: DynamicBrCodeInput): string {
  requireFormat(
    input.url,
    /^(?![a-z]+:\/\/)[\x21-\x7e]{1,77}$/,
    "Pix URL",
    "at most 77 characters, no scheme",
  );
  return sealed(`000201010212${object("26", MERCHANT_ACCOUNT + object("25", input.url))}`, input, "***");
}

/** Reads a Pix BR Code the way a payer's app does; undefined when it is malformed or its CRC is wrong. */
export function parseBrCode(text: string): BrCode | undefined {
  if (text.length < 12 || text.slice(-8, -4) !== "6304") return undefined;
  if (crc16Hex(text.slice(0, -4)) !== text.slice(-4).toUpperCase()) return undefined;
  const objects = readObjects(text);
  if (objects?.get("00") !== "01" || objects.get("53") !== "986" || objects.get("58") !== "BR")
    return undefined;
  const account = findAccount(objects);
  const merchantName = objects.get("59");
  const merchantCity = objects.get("60");
  const amount = objects.get("54");
  if (!account || !merchantName || !merchantCity) return undefined;
  const centavos = amount === undefined ? undefined : readAmount(amount);
  if (amount !== undefined && centavos === undefined) return undefined;
  const postalCode = objects.get("61");
  return {
    account,
    oneUse: objects.get("01") === "12",
    ...(centavos !== undefined && { amount: centavos }),
    merchantName,
    merchantCity,
    merchantCategory: objects.get("52") ?? "0000",
    ...(postalCode !== undefined && { postalCode }),
    txid: readObjects(objects.get("62") ?? "")?.get("05") ?? "***",
  };
}

/** Whether the text is a Pix BR Code with the right CRC. */
export function isValidBrCode(text: string): boolean {
  return parseBrCode(text) !== undefined;
}

/**
 * The txid that a code leads to: object 62-05 of a static code, the last part of the charge's URL (26-25) of a dynamic
 * one. Its CRC is not looked at. Undefined when the text names none.
 */
export function txidOfBrCode(text: string): string | undefined {
  const objects = readObjects(text);
  const url = objects && findPart(objects, "26", "25");
  if (url !== undefined) return url.slice(url.lastIndexOf("/") + 1);
  const txid = objects && findPart(objects, "62", "05");
  return txid === "***" ? undefined : txid;
}

function sealed(head: string, input: BrCodeInput, txid: string): string {
  const category = input.merchantCategory ?? "0000";
  requireFormat(category, /^\d{4}$/, "Merchant category", "four digits");
  const name = toAsciiText(input.merchantName, 25);
  const city = toAsciiText(input.merchantCity, 15);
  if (name === "" || city === "")
    throw new RangeError("A BR Code needs a merchant name and a merchant city.");
  let text = `${head}5204${category}5303986`;
  if (input.amount !== undefined) text += object("54", amountText(input.amount));
  text += `5802BR${object("59", name)}${object("60", city)}`;
  if (input.postalCode !== undefined) text += object("61", input.postalCode);
  text += `${object("62", object("05", txid))}6304`;
  return text + crc16Hex(text);
}

function amountText(amount: number): string {
  if (Number.isSafeInteger(amount) && amount > 0 && amount <= AMOUNT_MAX)
    return formatMajorUnits(amount, "BRL");
  throw new RangeError(
    `Pix amount ${amount} is not valid. Pass a positive whole number of cents, or leave it out.`,
  );
}

function object(id: string, value: string): string {
  return value.length < 10 ? `${id}0${value.length}${value}` : id + value.length + value;
}

function findPart(objects: Map<string, string>, object: string, part: string): string | undefined {
  return readObjects(objects.get(object) ?? "")?.get(part);
}

function readAmount(text: string): number | undefined {
  return /^\d{1,10}(?:\.\d{1,2})?$/.test(text) ? parseAmount(text, "BRL") : undefined;
}

/** The manual lets the Pix account stand in any of the objects 26 to 51. */
function findAccount(objects: Map<string, string>): BrCode["account"] | undefined {
  for (const [id, value] of objects) {
    if (id < "26" || id > "51") continue;
    const parts = readObjects(value);
    if (parts?.get("00")?.toLowerCase() !== "br.gov.bcb.pix") continue;
    const key = parts.get("01");
    const url = parts.get("25");
    const description = parts.get("02");
    if (key !== undefined && url !== undefined) return undefined;
    if (url !== undefined) return { type: "dynamic", url };
    if (key !== undefined) return { type: "static", key, ...(description !== undefined && { description }) };
  }
  return undefined;
}

function readObjects(text: string): Map<string, string> | undefined {
  const objects = new Map<string, string>();
  for (let index = 0; index < text.length; ) {
    const head = text.slice(index, index + 4);
    if (!/^\d{4}$/.test(head)) return undefined;
    const end = index + 4 + Number(head.slice(2));
    if (end > text.length) return undefined;
    objects.set(head.slice(0, 2), text.slice(index + 4, end));
    index = end;
  }
  return objects;
}

const TABLE = /* @__PURE__ */ Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
  return crc;
});

/** CRC-16/CCITT-FALSE of an ASCII text (EMV MPM, BR Code): polynomial 0x1021, initial value 0xFFFF. */
export function crc16(text: string): number {
  let crc = 0xffff;
  for (let index = 0; index < text.length; index++) {
    crc = ((crc << 8) & 0xffff) ^ (TABLE[(crc >> 8) ^ (text.charCodeAt(index) & 0xff)] ?? 0);
  }
  return crc;
}

/** The same as four upper-case hexadecimal digits, the way object 63 of a BR Code carries it. */
export function crc16Hex(text: string): string {
  return crc16(text).toString(16).toUpperCase().padStart(4, "0");
}
