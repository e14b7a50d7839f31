import type { Credentials } from "@codespar/backend";

/** One field of a connection, as the page asks for it. */
export interface ConnectField {
  name: string;
  label: string;
  required: boolean;
  /** Never shown, not even to the person who has just typed it. */
  secret: boolean;
}

/** What a read with new credentials showed. */
export type Trial = { status: "refused" | "unreachable" | "works" };

/** A provider as the connect page needs it. */
export interface ConnectableProvider {
  id: string;
  name: string;
  fields: readonly ConnectField[];
  /** What is wrong with credentials, without a request; undefined when nothing shows. */
  checkCredentials(credentials: Credentials, account: string): Promise<string | undefined>;
  /** Tries credentials with a read that changes nothing. */
  tryCredentials(credentials: Credentials, account: string, signal: AbortSignal): Promise<Trial>;
  /** Where the person consents at the provider instead of typing; undefined: there is no app for it here. */
  consent?: Consent | undefined;
}

/** OAuth 2 with an authorization code (RFC 6749), as one app at one provider does it. */
export interface Consent {
  /** Where the person is sent; the query is added. */
  authorizationUrl: string;
  /** Further parameters that the provider wants there. */
  parameters: Readonly<Record<string, string>>;
  clientId: string;
  /** The `iss` that comes back with the code (RFC 9207); undefined: the provider does not document one. */
  issuer: string | undefined;
  /** Exchanges a code for credentials. Throws when the provider refuses it, or gives credentials of another environment. */
  exchange(
    code: { code: string; redirectUri: string; verifier: string; account: string },
    signal: AbortSignal,
  ): Promise<{ credentials: Credentials; expiresAt: number | null }>;
}
