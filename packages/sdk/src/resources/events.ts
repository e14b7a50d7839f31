import type { ListEventsQuery, WebhookEvent, WebhookEventType } from "@codespar/contract";
import type { Api, ApiPromise } from "../api/api.ts";
import { type CursorPages, cursorPages } from "../api/cursor-pages.ts";
import type { RequestOptions } from "../api/request-options.ts";
import { followEvents } from "../stream/follow-events.ts";

export interface EventStreamOptions {
  /** Only events after this one. @default from now on */
  lastEventId?: string | undefined;
  /** Ends the reading. */
  signal?: AbortSignal | undefined;
  /** Called once the stream is open. */
  onOpen?: (() => void) | undefined;
}

/** `codespar.events`: what triggers deliver, to be read instead. */
export class Events {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Newest first. With a `type`, events of that type. */
  list<Type extends WebhookEventType = WebhookEventType>(
    query: ListEventsQuery & { type?: Type | undefined } = {},
    options?: RequestOptions,
  ): CursorPages<Extract<WebhookEvent, { type: Type }>> {
    return cursorPages(this.#api, { method: "GET", path: ["events"], query, options });
  }

  get(id: string, options?: RequestOptions): ApiPromise<WebhookEvent> {
    return this.#api.call({ method: "GET", path: ["events", id], options });
  }

  /**
   * Events as they happen, until you leave the loop. A lost connection throws a `ConnectionError`: go on with the last
   * event's id as `lastEventId`.
   */
  stream(options: EventStreamOptions = {}): AsyncGenerator<WebhookEvent, void, void> {
    return followEvents(this.#api, options);
  }
}
