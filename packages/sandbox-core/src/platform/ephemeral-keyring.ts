import type { Keyring } from "@codespar/backend";
import { encodeBase64 } from "@codespar/formats";

/** A master key for as long as the sandbox lives: what it encrypts is gone with it anyway. */
export function ephemeralKeyring(): Keyring {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return { current: "sandbox", keys: { sandbox: encodeBase64(bytes) } };
}
