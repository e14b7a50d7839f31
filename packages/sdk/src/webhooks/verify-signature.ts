import type { Delivery } from "./read-delivery.ts";
import { WebhookError } from "./webhook-error.ts";

const prefix = "whsec_";

/** Whether one of the signatures was made with one of the secrets. WebCrypto compares in constant time. */
export async function isSignedWith(
  { id, timestamp, signatures, body }: Delivery,
  secrets: readonly string[],
): Promise<boolean> {
  const signed = concat(new TextEncoder().encode(`${id}.${timestamp}.`), body);
  const keys = await Promise.all(secrets.map(importSecret));
  for (const signature of parseSignatures(signatures)) {
    for (const key of keys) {
      if (await crypto.subtle.verify("HMAC", key, signature, signed)) return true;
    }
  }
  return false;
}

function importSecret(secret: string | undefined): Promise<CryptoKey> {
  const bytes = secret?.startsWith(prefix) ? decodeBase64(secret.slice(prefix.length)) : undefined;
  if (!bytes?.length) {
    throw new WebhookError("webhook_secret_malformed", "A webhook secret is whsec_ followed by base64.");
  }
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
}

/** `v1,<base64> v1,<base64>`: two while a rotated secret still signs; other versions are passed over. */
function parseSignatures(header: string): Uint8Array<ArrayBuffer>[] {
  return header
    .split(" ")
    .filter((part) => part.startsWith("v1,"))
    .map((part) => decodeBase64(part.slice("v1,".length)))
    .filter((bytes) => bytes !== undefined);
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function concat(head: Uint8Array, tail: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(head.length + tail.length);
  all.set(head);
  all.set(tail, head.length);
  return all;
}
