import * as zlib from "node:zlib";
import { largestResponse } from "./sender.ts";

type Decode = (bytes: Uint8Array, limit: zlib.ZlibOptions) => Uint8Array;

const decoders: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ["identity", (bytes) => bytes],
  ["gzip", zlib.gunzipSync],
  ["x-gzip", zlib.gunzipSync],
  ["deflate", zlib.inflateSync],
  ["br", zlib.brotliDecompressSync],
]);

/**
 * A body without its content codings (RFC 9110 §8.4): some providers, and what stands before them, compress although identity
 * was asked for. Throws for an unknown coding, a body that was cut off, and more than `largestResponse` bytes.
 */
export function decodeText(body: Uint8Array, coding: string): string {
  let bytes = body;
  // the coding that was applied last is undone first
  for (const name of coding.split(",").reverse()) {
    const decode = decoders.get(name.trim().toLowerCase());
    if (decode === undefined) throw new Error(`The response has the unknown content coding ${name.trim()}.`);
    // a gateway's 502 without a body may say that it is compressed
    if (bytes.length > 0) bytes = decode(bytes, { maxOutputLength: largestResponse });
  }
  return new TextDecoder().decode(bytes);
}
