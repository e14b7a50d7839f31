import type { Endpoint } from "@codespar/contract";
import type { BackendAnswer, BackendRequest } from "../http-message.ts";
import type { Services } from "../services.ts";
import type { ApiKey, Organisation } from "../store/store.ts";

/** Who calls: the key and the organisation that it acts for. */
export interface Caller {
  key: ApiKey;
  organisation: Organisation;
}

/** What a route handler gets: authenticated, its body and query parsed by the contract. */
export interface RouteContext<Body = unknown, Query = unknown> {
  services: Services;
  request: BackendRequest;
  endpoint: Endpoint;
  requestId: string;
  caller: Caller;
  /** The `:id` of the path; empty when it has none. */
  id: string;
  body: Body;
  query: Query;
}

/** Answers one endpoint. Throws `ApiFailure` for everything that is not a success. */
// the table of routes mixes handlers of many bodies and queries; `dispatch` parses each by its own endpoint's schema
export type Route = (context: RouteContext<never, never>) => Promise<BackendAnswer>;
