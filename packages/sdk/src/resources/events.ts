import type { ListEventsQuery, WebhookEvent } from "@codespar/contract";
import type { Api } from "../api/api.ts";
import { type CursorPages, cursorPages } from "../api/cursor-pages.ts";
import type { RequestOptions } from "../api/request-options.ts";

/** `codespar.events`: what triggers deliver, to be read instead. */
export class Events {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  list(query: ListEventsQuery = {}, options?: RequestOptions): CursorPages<WebhookEvent> {
    return cursorPages(this.#api, { method: "GET", path: ["events"], query, options });
  }
}
