/** What is known of a session's key. */
export interface KeyIdentity {
  organisation: string;
  /** Null: all. */
  scopes: readonly string[] | null;
}
