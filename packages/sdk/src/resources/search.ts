import type { SearchResults } from "@codespar/contract";
import type { Api, ApiPromise } from "../api/api.ts";
import type { RequestOptions } from "../api/request-options.ts";

/** `codespar.search(q)`: sessions and tool calls by an id, an idempotency key, or what a provider made. */
export function search(api: Api, q: string, options?: RequestOptions): ApiPromise<SearchResults> {
  return api.call({ method: "GET", path: ["search"], query: { q }, options });
}
