import { fromBase64, toBase64 } from "../../platform/base64.ts";

const algorithm = "AES-GCM";
const nonceBytes = 12;

/**
 * Encrypts with AES-256-GCM (NIST SP 800-38D) under a fresh 96-bit nonce. `context` is authenticated with the text:
 * what was encrypted in one place does not open in another. Returns base64 of nonce and ciphertext.
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
  return toBase64(whole);
}

/** Decrypts what `encrypt` made. Throws when the key, the context or the text is another. */
export async function decrypt(
  key: Uint8Array<ArrayBuffer>,
  encrypted: string,
  context: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = fromBase64(encrypted);
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
