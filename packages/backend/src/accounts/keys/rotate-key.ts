import type { BackendContext } from "../../context.ts";
import { hashKey } from "../../platform/digests.ts";
import type { ApiKey } from "../../store/store.ts";
import { generateKey } from "./generate-key.ts";

/** Seconds for which a key that was rotated away goes on working; the default. */
const defaultGraceSeconds = 86_400;

/** A key with a new text, and that text. The one before works until the grace period is over. */
export function rotateKey(
  { clock, randomBytes }: Pick<BackendContext, "clock" | "randomBytes">,
  before: ApiKey,
  graceSeconds = defaultGraceSeconds,
): { text: string; key: ApiKey } {
  const text = generateKey(randomBytes, before.prefix);
  const key: ApiKey = {
    ...before,
    hash: hashKey(text),
    last4: text.slice(-4),
    previousHash: before.hash,
    previousExpiresAt: clock.now() + graceSeconds * 1000,
  };
  return { text, key };
}
