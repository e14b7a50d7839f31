import { canonicalJson } from "../../platform/canonical-json.ts";
import { sha256Hex } from "../../platform/digests.ts";

export interface FingerprintParts {
  tool: string;
  arguments: Readonly<Record<string, unknown>>;
  tenant: string | null;
  userId: string | null;
}

/**
 * What an idempotency key stands for: the tool, its arguments, the tenant and the user.
 * Neither session nor verb is part of it, so a loop can go on after its session expired.
 */
export function fingerprint({ tool, arguments: args, tenant, userId }: FingerprintParts): string {
  return sha256Hex(canonicalJson([tool, args, tenant, userId]));
}
