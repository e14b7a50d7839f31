import { findServer, servers, suggestServers } from "@codespar/contract";
import { formatFault, parseFault, type Sandbox } from "@codespar/sandbox-core";
import { type ControlActions, ControlRefusal } from "./control-action.ts";

/** The faults of the simulated servers. */
export function faultActions({ faults }: Sandbox): ControlActions {
  return {
    "GET /sandbox/faults": async () => ({
      data: servers.flatMap(({ id }) => {
        const fault = faults.get(id);
        return fault === undefined ? [] : [{ server: id, fault: formatFault(fault) }];
      }),
    }),
    "POST /sandbox/faults": async ({ body: { server, fault } }) => {
      const id = requireServer(server);
      if (fault === null) {
        faults.clear(id);
        return { server: id, fault: null };
      }
      if (typeof fault !== "object" || fault === undefined || Array.isArray(fault)) {
        throw new ControlRefusal("fault must be an object, or null to repair the server.", "fault");
      }
      const parsed = parseFault(fault);
      if (typeof parsed === "string") throw new ControlRefusal(parsed, "fault");
      faults.set(id, parsed);
      return { server: id, fault };
    },
  };
}

function requireServer(server: unknown): string {
  const found = typeof server === "string" ? findServer(server) : undefined;
  if (found !== undefined) return found.id;
  const near = suggestServers(String(server));
  const hint =
    near.length === 0 ? "Give a server's id, such as asaas." : `Did you mean ${near.join(" or ")}?`;
  throw new ControlRefusal(
    `There is no server ${JSON.stringify(String(server).slice(0, 60))}. ${hint}`,
    "server",
  );
}
