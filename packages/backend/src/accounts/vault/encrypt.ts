import { fromBase64, toBase64 } from "../../platform/base64.ts";

const algorithm = "AES-GCM";
const nonceBytes = 12;
/** How a text was encrypted: stands before it, so that a later way can be told from this one. */
const mark = "v1:";

/**
 * Encrypts with AES-256-GCM (NIST SP 800-38D) under a fresh 96-bit nonce. `context` is authenticated with the text:
 * what was encrypted in one place does not open in another. Returns
 * `v1:` and base64 of nonce and ciphertext.
 */
export async function encrypt(
  key: Uint8Array<ArrayBuffer>,
  plain: Uint8Array<ArrayBuffer>,
  context: string,
): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const encrypted = await crypto.subtle.encrypt(
    { name: algorithm, iv: nonce, additionalData: new TextEncoder().encode(context) },
    await importKey(key, "encrypt"),
    plain,
  );
  const whole = new Uint8Array(nonceBytes + encrypted.byteLength);
  whole.set(nonce);
  whole.set(new Uint8Array(encrypted), nonceBytes);
  return `${mark}${toBase64(whole)}`;
}

/** Decrypts what `encrypt` made. Throws when the key, the context or the text is another, or when a newer version encrypted it. */
export async function decrypt(
  key: Uint8Array<ArrayBuffer>,
  encrypted: string,
  context: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!encrypted.startsWith(mark)) {
    const [found] = /^v\d+(?=:)/.exec(encrypted) ?? ["no version"];
    throw new Error(
      `A stored secret has ${found} and this CodeSpar reads v1. Run the version that wrote it, or store the secret again.`,
    );
  }
  const whole = fromBase64(encrypted.slice(mark.length));
  const plain = await crypto.subtle.decrypt(
    { name: algorithm, iv: whole.slice(0, nonceBytes), additionalData: new TextEncoder().encode(context) },
    await importKey(key, "decrypt"),
    whole.slice(nonceBytes),
  );
  return new Uint8Array(plain);
}

function importKey(key: Uint8Array<ArrayBuffer>, use: "encrypt" | "decrypt"): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", key, algorithm, false, [use]);
}
