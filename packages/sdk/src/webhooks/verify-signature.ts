import { nodeModule } from "../platform/node-module.ts";
import { concat, encode } from "./bytes.ts";
import type { Delivery } from "./read-delivery.ts";
import { WebhookError } from "./webhook-error.ts";

const prefix = "whsec_";

/** Whether one of the signatures was made with one of the secrets. WebCrypto compares in constant time. */
export async function isSignedWith(
  { id, timestamp, signatures, body }: Delivery,
  secrets: readonly string[],
): Promise<boolean> {
  const signed = concat([encode(`${id}.${timestamp}.`), body]);
  const subtle = webCrypto();
  const keys = await Promise.all(secrets.map((secret) => importSecret(subtle, secret)));
  for (const signature of parseSignatures(signatures)) {
    for (const key of keys) {
      if (await subtle.verify("HMAC", key, signature, signed)) return true;
    }
  }
  return false;
}

function importSecret(subtle: SubtleCrypto, secret: string | undefined): Promise<CryptoKey> {
  const bytes = secret?.startsWith(prefix) ? decodeBase64(secret.slice(prefix.length)) : undefined;
  if (!bytes?.length) {
    throw new WebhookError("webhook_secret_malformed", "A webhook secret is whsec_ followed by base64.");
  }
  return subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
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

/** Node's where a test environment with a browser's globals (jest-environment-jsdom) hides it. */
function webCrypto(): SubtleCrypto {
  const subtle = globalThis.crypto?.subtle ?? nodeModule("node:crypto")?.webcrypto.subtle;
  if (subtle !== undefined) return subtle;
  throw new Error("This runtime has no crypto.subtle: browsers have it on https and localhost alone.");
}
