import type { Keyring } from "@codespar/backend";

/** A master key for as long as the sandbox lives: what it encrypts is gone with it anyway. */
export function freshKeyring(): Keyring {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return { current: "sandbox", keys: { sandbox: btoa(String.fromCharCode(...bytes)) } };
}
