export { encodeBase64 as toBase64 } from "@codespar/formats";

/** Bytes of standard base64, also without its padding. Throws for what is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
