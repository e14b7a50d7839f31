import type { ApiKeyPrefix, Scope } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { hashKey } from "../../platform/digests.ts";
import type { ApiKey } from "../../store/store.ts";
import { generateKey } from "./generate-key.ts";

export interface NewKeyOptions {
  /** Null: a service key. */
  organisation: string | null;
  prefix: ApiKeyPrefix;
  name?: string | undefined;
  /** Null: everything but acting for other organisations. */
  scopes: readonly Scope[] | null;
  /** The key's text, where it is not to be made. @default generated */
  text?: string | undefined;
}

/** A key's text, which is shown once, and what is kept of it. */
export function newKey(
  { ids, clock, randomBytes }: Pick<BackendContext, "clock" | "ids" | "randomBytes">,
  { organisation, prefix, name = "API key", scopes, text }: NewKeyOptions,
): { text: string; key: ApiKey } {
  const whole = text ?? generateKey(randomBytes, prefix);
  const key: ApiKey = {
    id: ids.next("key"),
    organisation,
    hash: hashKey(whole),
    name,
    prefix,
    last4: whole.slice(-4),
    scopes,
    createdAt: clock.now(),
    lastUsedAt: null,
    previousHash: null,
    previousExpiresAt: null,
    expiresAt: null,
    revokedAt: null,
  };
  return { text: whole, key };
}
