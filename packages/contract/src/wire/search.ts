/** Query of `GET /v1/search`. */
export interface SearchQuery {
  /** An id of ours, an idempotency key, or an id that a provider gave, such as a payment's. */
  q: string;
}

/** One thing that was found. */
export interface SearchResult {
  type: "session" | "tool_call";
  id: string;
  /** Which of its ids was searched for. */
  matched: "id" | "idempotency_key" | "payment" | "checkout" | "invoice" | "shipment" | "tracking";
  created_at: string;
}

/** `GET /v1/search`. */
export interface SearchResults {
  data: SearchResult[];
}
