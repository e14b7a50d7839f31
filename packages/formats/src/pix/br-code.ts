import { crc16Hex } from "../check-digits/crc16.ts";
import { formatMajorUnits } from "../money/amount.ts";
import { toAsciiText } from "../text/ascii-text.ts";
import { requireFormat } from "../text/require-format.ts";

export interface BrCodeInput {
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
