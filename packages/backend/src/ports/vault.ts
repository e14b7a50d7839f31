/** What a secret belongs to: it opens for nothing else. */
export interface SecretOwner {
  organisation: string;
  /** Id of the record that holds it. */
  record: string;
  /** What it is for: a server's id, or `webhook`. */
  purpose: string;
}

/** Keeps secrets, encrypted under a key of their organisation. */
export interface Vault {
  encrypt(owner: SecretOwner, secret: string): Promise<string>;
  /** Throws when the secret is not the owner's or the keyring has changed. */
  decrypt(owner: SecretOwner, encrypted: string): Promise<string>;
}
