import type { ListServersQuery, Server, ServerList } from "@codespar/contract";
import type { Api, ApiPromise } from "../api/api.ts";
import { type ListPromise, listPages } from "../api/list-page.ts";
import type { RequestOptions } from "../api/request-options.ts";

/** `codespar.servers`: the catalogue. */
export class Servers {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Browses the catalogue. */
  list(query: ListServersQuery = {}, options?: RequestOptions): ListPromise<Server, ServerList> {
    const call = { method: "GET", path: ["servers"], query, options } as const;
    return listPages<Server, ServerList>(this.#api, call, ({ data, total, offset }) => {
      const next = offset + data.length;
      return data.length === 0 || next >= total ? null : { offset: next };
    });
  }

  get(id: string, options?: RequestOptions): ApiPromise<Server> {
    return this.#api.call({ method: "GET", path: ["servers", id], options });
  }
}
