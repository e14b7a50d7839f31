import { encodeHex } from "@codespar/formats";
import type { EmulationDefinition } from "@codespar/providers/simulated";

/** An account's name, or what finds it at each request: a reset gives an organisation another id. */
export type AccountSource = string | (() => Promise<string>);

/** Which account a credential stands for: a given one, else one of its own that follows from it. */
export class EmulatedAccounts {
  readonly #linked = new Map<string, AccountSource>();

  /** The credential as it is sent, without `Bearer` and the like. */
  async link({ id }: EmulationDefinition, credential: string, account: AccountSource): Promise<void> {
    this.#linked.set(await getName(id, credential), account);
  }

  async find({ id, getAccount }: EmulationDefinition, credential: string): Promise<string> {
    const name = await getName(id, getAccount?.(credential) ?? credential);
    const linked = this.#linked.get(name);
    if (typeof linked === "function") return linked();
    return linked ?? `emulated_${name.slice(0, 24)}`;
  }
}

/** Credentials are kept as hashes: the sandbox may write its state to a file. */
async function getName(provider: string, credential: string): Promise<string> {
  return sha256Hex(`${provider} ${credential}`);
}

export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return encodeHex(new Uint8Array(digest));
}
