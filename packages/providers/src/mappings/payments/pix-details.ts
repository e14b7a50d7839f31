import type { PixDetails } from "@codespar/contract";
import { txidOfBrCode } from "@codespar/formats";

export interface PixFacts {
  /** The BR Code. */
  code: string;
  /** @default what the code leads to */
  txid?: string | undefined;
  picture: string | undefined;
  endToEndId?: string | undefined;
}

export function pixDetails({ code, txid, picture = "", endToEndId }: PixFacts): PixDetails {
  const pix: PixDetails = { qr_code: code, txid: txid ?? txidOfBrCode(code) ?? "", qr_code_url: picture };
  if (endToEndId !== undefined) pix.end_to_end_id = endToEndId;
  return pix;
}
