import type { Approval, ApprovalDecisionRequest, ApprovalLink, ListApprovalsQuery } from "@codespar/contract";
import type { Api, ApiPromise } from "../api/api.ts";
import { type CursorPages, cursorPages } from "../api/cursor-pages.ts";
import type { RequestOptions } from "../api/request-options.ts";

/** `codespar.approvals`: calls that wait for a person. Decide with another key than the agent's. */
export class Approvals {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  list(query: ListApprovalsQuery = {}, options?: RequestOptions): CursorPages<Approval> {
    return cursorPages(this.#api, { method: "GET", path: ["approvals"], query, options });
  }

  get(id: string, options?: RequestOptions): ApiPromise<Approval> {
    return this.#api.call({ method: "GET", path: ["approvals", id], options });
  }

  /** Lets the call pass once, when it is repeated with its idempotency key. */
  approve(id: string, request: ApprovalDecisionRequest, options?: RequestOptions): ApiPromise<Approval> {
    return this.#api.call({ method: "POST", path: ["approvals", id, "approve"], body: request, options });
  }

  deny(id: string, request: ApprovalDecisionRequest, options?: RequestOptions): ApiPromise<Approval> {
    return this.#api.call({ method: "POST", path: ["approvals", id, "deny"], body: request, options });
  }

  /** Makes a link with which one person decides on this one call, on whatever device. The one before ends. */
  link(id: string, options?: RequestOptions): ApiPromise<ApprovalLink> {
    return this.#api.call({ method: "POST", path: ["approvals", id, "link"], body: {}, options });
  }
}
