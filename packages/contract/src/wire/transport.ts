/** A request as it leaves the client. */
export interface TransportRequest {
  method: string;
  /** Path and query, such as `/v1/sessions?limit=10`. */
  path: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** A response; the body is read once, as text or as a stream of bytes. */
export interface TransportResponse {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  text(): Promise<string>;
  /** Ends at the end of the body, rejects on abort or a lost connection. Leaving it cancels the body. */
  stream(): AsyncIterable<Uint8Array>;
}

/**
 * The seam between client and server: HTTP by undici or fetch, or a backend in the same process.
 * `request` rejects with the signal's reason when it aborts, with any other error when the connection fails.
 */
export interface Transport {
  request(request: TransportRequest): Promise<TransportResponse>;
  /** Frees sockets or other resources. */
  close?(): Promise<void>;
}
