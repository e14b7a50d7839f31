import type { Sandbox } from "@codespar/sandbox-core";
import type { LoggedRequest } from "../log-requests.ts";
import { type ControlActions, ControlRefusal, type ControlRequest } from "./control-action.ts";

const kinds = ["charge", "checkout", "invoice", "message", "shipment"];
const most = 500;

/** What happened behind the API and in front of it: requests, native calls, and what the providers keep. */
export function inspectionActions(
  { inspection }: Sandbox,
  requests: () => readonly LoggedRequest[],
): ControlActions {
  return {
    "GET /sandbox/requests": async ({ query }) => ({
      data: requests().slice(-getLimit(query)).reverse(),
    }),
    "GET /sandbox/native-calls/:id": async ({ id }) => ({
      data: inspection.calls(id).map(({ provider, tool, arguments: args, at, effect, response }) => ({
        provider,
        tool,
        arguments: args,
        at: new Date(at).toISOString(),
        effect,
        answer: response ?? null,
      })),
    }),
    "GET /sandbox/documents": async ({ query }) => {
      const kind = query.get("kind") ?? "";
      if (!kinds.includes(kind)) throw new ControlRefusal(`kind must be one of ${kinds.join(", ")}.`, "kind");
      return { data: inspection.documents(kind, getLimit(query)) };
    },
  };
}

function getLimit(query: ControlRequest["query"]): number {
  const limit = Number(query.get("limit") ?? 100);
  if (Number.isSafeInteger(limit) && limit >= 1 && limit <= most) return limit;
  throw new ControlRefusal(`limit must be a whole number from 1 to ${most}.`, "limit");
}
