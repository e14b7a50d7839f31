/** What an edge found wrong with a body before anybody could read it. */
export type BodyFault = "too_large" | "not_utf8" | "incomplete";

/** A request as the backend takes it, from whatever edge. */
export interface BackendRequest {
  method: string;
  /** Path and query. */
  path: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body?: string | undefined;
  /** Why there is no `body` although one was sent; told to the caller once it is known who calls. */
  bodyFault?: BodyFault | undefined;
  /** Aborts when the caller has left: it ends waiting and streaming, never the call. */
  signal?: AbortSignal | undefined;
}

/** A response: text at once, or pieces of text as they come. */
export interface BackendResponse {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string | AsyncIterable<string>;
}
