import { nodeModule } from "../platform/node-module.ts";

/** The bytes of a text, an ArrayBuffer or a view, of whichever realm; undefined for anything else. */
export function toBytes(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof value === "string") return encode(value);
  if (ArrayBuffer.isView(value)) {
    return concat([new Uint8Array(value.buffer, value.byteOffset, value.byteLength)]);
  }
  return isArrayBuffer(value) ? new Uint8Array(value) : undefined;
}

/** `instanceof` does not know one of another realm. */
function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === "[object ArrayBuffer]";
}

export function encode(text: string): Uint8Array<ArrayBuffer> {
  return new (textCoding().TextEncoder)().encode(text);
}

export function decode(bytes: Uint8Array): string {
  return new (textCoding().TextDecoder)().decode(bytes);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function textCoding() {
  // jest-environment-jsdom hides both
  return globalThis.TextEncoder ? globalThis : (nodeModule("node:util") ?? globalThis);
}
