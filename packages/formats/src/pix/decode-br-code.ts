import { crc16Hex } from "../check-digits/crc16.ts";

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

/** Reads a Pix BR Code the way a payer's app does; undefined when it is malformed or its CRC is wrong. */
export function decodeBrCode(text: string): BrCode | undefined {
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
  if (amount !== undefined && !/^\d{1,10}(?:\.\d{1,2})?$/.test(amount)) return undefined;
  const postalCode = objects.get("61");
  return {
    account,
    oneUse: objects.get("01") === "12",
    ...(amount !== undefined && { amount: Math.round(Number(amount) * 100) }),
    merchantName,
    merchantCity,
    merchantCategory: objects.get("52") ?? "0000",
    ...(postalCode !== undefined && { postalCode }),
    txid: readObjects(objects.get("62") ?? "")?.get("05") ?? "***",
  };
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
