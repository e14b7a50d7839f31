import { isError } from "@codespar/contract";
import { errorBody } from "@codespar/node-runtime";
import type { Sandbox } from "@codespar/sandbox-core";
import type { WebhookReceiver } from "../../dashboard/webhook-receiver.ts";
import type { LoggedRequest } from "../log-requests.ts";
import { clockActions } from "./clock-actions.ts";
import { type ControlActions, ControlRefusal } from "./control-action.ts";
import { customerActions } from "./customer-actions.ts";
import { faultActions } from "./fault-actions.ts";
import { inspectionActions } from "./inspection-actions.ts";
import { readObject } from "./read-object.ts";
import { receiverActions } from "./receiver-actions.ts";

export interface HttpControlOptions {
  sandbox: Sandbox;
  /** The last requests that were handled, oldest first. */
  requests(): readonly LoggedRequest[];
  onReset(): void;
  receiver: WebhookReceiver;
  publicUrl(): string;
}

/**
 * The sandbox's test control for programs in any language, and for its inspector: clock, faults, payments, reset, and
 * what happened, under `/sandbox/`. Who may call it is the server's to check. See docs/decisions/sandbox-control.md.
 */
export function httpControl(options: HttpControlOptions): (request: Request) => Promise<Response> {
  const { sandbox, requests, onReset, receiver, publicUrl } = options;
  const actions: ControlActions = {
    ...clockActions(sandbox, onReset),
    ...faultActions(sandbox),
    ...customerActions(sandbox),
    ...inspectionActions(sandbox, requests),
    ...receiverActions(receiver, publicUrl),
  };

  return async function control(request) {
    const { pathname, searchParams: query } = new URL(request.url);
    const { route, id } = getRoute(pathname);
    const action = actions[`${request.method} ${route}`];
    try {
      if (action === undefined) {
        const known = Object.keys(actions).join(", ");
        return json(
          errorBody(
            "not_found",
            `There is no ${request.method} ${pathname.slice(0, 100)}. There are ${known}.`,
          ),
        );
      }
      const body = request.method === "GET" ? {} : await readObject(request);
      const response = await action({ body, id: decodeURIComponent(id), query });
      return response instanceof Response ? response : json({ status: 200, body: response });
    } catch (error) {
      // whatever goes wrong inside is about what the test asked for
      const message = isError(error) ? error.message : String(error);
      return json(errorBody("invalid_request", message, error instanceof ControlRefusal ? error.path : ""));
    }
  };
}

/** `/sandbox/payments/:id/confirm` and its id, or the path as it is. */
function getRoute(pathname: string): { route: string; id: string } {
  const [, kind, id, verb] =
    /^\/sandbox\/(payments|checkouts|messages)\/([^/]+)\/(\w+)$/.exec(pathname) ??
    /^\/sandbox\/(native-calls)\/([^/]+)$/.exec(pathname) ??
    [];
  if (kind === undefined || id === undefined) return { route: pathname, id: "" };
  return { route: `/sandbox/${kind}/:id${verb === undefined ? "" : `/${verb}`}`, id };
}

function json({ status, body }: { status: number; body: object }): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
  });
}
