import type { UsageQuery, Usage as WireUsage } from "@codespar/contract";
import type { Api, ApiPromise } from "../api/api.ts";
import type { RequestOptions } from "../api/request-options.ts";

/** `codespar.usage` */
export class Usage {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Tool calls of a month: in all, by tool, by day, one by one, and with `group_by` by a metadata key. */
  get(query: UsageQuery = {}, options?: RequestOptions): ApiPromise<WireUsage> {
    return this.#api.call({ method: "GET", path: ["usage"], query, options });
  }
}
