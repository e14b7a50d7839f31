import type { HttpMethod } from "../wire/wire-entry.ts";

/** A client's certificate in a TLS connection (RFC 8446, 4.4.2), with its chain and key in PEM. */
export interface ClientCertificate {
  certificate: string;
  key: string;
}

/** One request, complete. */
export interface OutgoingRequest {
  method: HttpMethod;
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string | undefined;
  /** Shown to a server that asks for one. @default none */
  clientCertificate?: ClientCertificate | undefined;
  /** The host is one that a user named: it is connected to at public addresses alone. @default false */
  publicHost?: boolean | undefined;
  signal: AbortSignal;
}

export interface IncomingResponse {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** Decoded; at most `largestResponse` bytes of it. */
  text: string;
}

/**
 * Sends one request once: never follows a redirect, never tries again. Rejects with `NothingSent` only with proof that no byte
 * of the request left; anything else that it rejects with means that the request may have arrived.
 */
export type Sender = (request: OutgoingRequest) => Promise<IncomingResponse>;

/** Bytes of a response that are read; a longer one counts as lost. */
export const largestResponse = 16 * 1024 * 1024;

/** The connection never came about. */
export class NothingSent extends Error {
  override readonly name = "NothingSent";
  /** A few words, such as `connection_refused`. */
  readonly reason: string;

  constructor(reason: string) {
    super(`Nothing was sent: ${reason}.`);
    this.reason = reason;
  }
}

/** The response is longer than anything that the provider documents. */
export class ResponseTooLarge extends Error {
  override readonly name = "ResponseTooLarge";

  constructor() {
    super(`The response is longer than ${largestResponse} bytes.`);
  }
}

/** Nothing was sent: a certificate or a signing key of the connection cannot be used. Its message says so without any of them. */
export class CredentialsUnusable extends Error {
  override readonly name = "CredentialsUnusable";
}
