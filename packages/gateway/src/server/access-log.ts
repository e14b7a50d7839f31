import type { IncomingMessage } from "node:http";
import type { Clock } from "@codespar/backend";
import type { Log } from "../logging/json-log.ts";
import { loggablePath } from "../logging/loggable-path.ts";

export interface AccessLogOptions {
  log: Log;
  clock: Clock;
  getAddress(incoming: IncomingMessage): string;
}

/** The same handler, with a line for each request once its response begins. */
export function logRequests(
  { log, clock, getAddress }: AccessLogOptions,
  serve: (request: Request) => Promise<Response>,
): (request: Request, incoming: IncomingMessage) => Promise<Response> {
  return async function serveAndLog(request, incoming) {
    const since = clock.now();
    const response = await serve(request);
    log.info("request", {
      method: request.method,
      path: loggablePath(new URL(request.url).pathname),
      status: response.status,
      ms: clock.now() - since,
      client: getAddress(incoming),
      request_id: response.headers.get("x-request-id"),
    });
    return response;
  };
}
