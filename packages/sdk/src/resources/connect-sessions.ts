import type { ConnectSession, CreateConnectSessionRequest } from "@codespar/contract";
import type { Api, ApiPromise } from "../api/api.ts";
import type { RequestOptions } from "../api/request-options.ts";

/** `codespar.connectSessions`: links with which people connect providers themselves. */
export class ConnectSessions {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Makes a link that opens once, within 30 minutes. Send the person there; you never see the credentials. */
  create(request: CreateConnectSessionRequest, options?: RequestOptions): ApiPromise<ConnectSession> {
    return this.#api.call({ method: "POST", path: ["connect-sessions"], body: request, options });
  }
}
