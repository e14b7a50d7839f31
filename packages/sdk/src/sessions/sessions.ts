import type { ListSessionsQuery, Session as WireSession } from "@codespar/contract";
import type { Api, ApiPromise } from "../api/api.ts";
import { type CursorPages, cursorPages } from "../api/cursor-pages.ts";
import type { RequestOptions } from "../api/request-options.ts";
import type { CreateSessionOptions } from "./create-session-options.ts";
import { Session } from "./session.ts";

/** `codespar.sessions` */
export class Sessions {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Opens a session over `servers`, a `preset`, or both. */
  create(request: CreateSessionOptions, options?: RequestOptions): ApiPromise<Session> {
    // `create(userId, config)` as in 0.11, for those who write JavaScript
    if (typeof request === "string") return this.create({ ...Object(options), user_id: request });
    return this.#api.map({ method: "POST", path: ["sessions"], body: request, options }, this.#toSession);
  }

  /** Picks a session up, also on another machine. */
  get(id: string, options?: RequestOptions): ApiPromise<Session> {
    return this.#api.map({ method: "GET", path: ["sessions", id], options }, this.#toSession);
  }

  /** Sessions as the API lists them, newest first; `get` makes one usable. */
  list(query: ListSessionsQuery = {}, options?: RequestOptions): CursorPages<WireSession> {
    return cursorPages(this.#api, { method: "GET", path: ["sessions"], query, options });
  }

  readonly #toSession = (body: WireSession): Session => new Session(this.#api, body);
}
