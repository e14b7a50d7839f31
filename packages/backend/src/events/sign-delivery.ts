import { fromBase64, toBase64 } from "../platform/base64.ts";

/** Prefix of a webhook secret; what follows is base64 of the HMAC key. */
export const secretPrefix = "whsec_";

/** A fresh secret: 32 random bytes. */
export function newWebhookSecret(): string {
  return secretPrefix + toBase64(crypto.getRandomValues(new Uint8Array(32)));
}

/**
 * The headers of a delivery by the Standard Webhooks specification: HMAC-SHA256 over `id.timestamp.body`, one signature
 * for each secret, separated by a space.
 */
export async function signDelivery(
  delivery: { id: string; body: string; at: number },
  secrets: readonly string[],
): Promise<Record<string, string>> {
  const seconds = Math.floor(delivery.at / 1000);
  const content = new TextEncoder().encode(`${delivery.id}.${seconds}.${delivery.body}`);
  const signatures = await Promise.all(secrets.map((secret) => signature(secret, content)));
  return {
    "webhook-id": delivery.id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": signatures.join(" "),
  };
}

async function signature(secret: string, content: Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = fromBase64(secret.slice(secretPrefix.length));
  const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return `v1,${toBase64(new Uint8Array(await crypto.subtle.sign("HMAC", key, content)))}`;
}
