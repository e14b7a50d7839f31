import { hmacSha256Hex } from "../webhooks/hmac.ts";

/** What Bitso's signature is over. */
export interface BitsoRequest {
  method: string;
  path: string;
  /** Without the question mark; empty when there is none. */
  query: string;
  /** Exactly as it is sent; empty when there is none. */
  body: string;
}

/** HMAC-SHA256 of nonce, method, path with query and body, in hexadecimal digits (docs.bitso.com, create signed requests). */
export function signBitso(
  secret: string,
  nonce: string,
  { method, path, query, body }: BitsoRequest,
): Promise<string> {
  return hmacSha256Hex(secret, `${nonce}${method}${path}${query === "" ? "" : `?${query}`}${body}`);
}
