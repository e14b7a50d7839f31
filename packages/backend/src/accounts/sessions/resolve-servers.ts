import { type CreateSessionRequest, type Issue, resolvePreset, suggestPresets } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { apiError } from "../../platform/api-error.ts";
import { findAttachable, suggestAttachable } from "./find-server.ts";

/** The servers that a session asks for, by id, without repetition; unknown names are refused with the nearest ones. */
export function resolveServers(
  context: Pick<BackendContext, "providers">,
  { servers = [], preset }: CreateSessionRequest,
): string[] {
  const issues: Issue[] = [];
  const suggestions: string[] = [];
  const ids = new Set<string>();
  if (preset !== undefined) {
    const found = resolvePreset(preset);
    if (found === undefined)
      complain("preset", `There is no preset ${quote(preset)}.`, suggestPresets(preset));
    else for (const id of found.servers) ids.add(id);
  }
  for (const [index, name] of servers.entries()) {
    const server = findAttachable(context, name);
    if (server === undefined) {
      const near = suggestAttachable(context, name);
      const list = near.length === 0 ? " servers.list() names all of them." : "";
      complain(`servers.${index}`, `There is no server ${quote(name)}.${list}`, near);
    } else ids.add(server.id);
  }
  if (issues.length === 0 && ids.size > 0) return [...ids];
  if (issues.length === 0) {
    complain(
      "servers",
      'Name at least one server or a preset, such as servers: ["stripe"] or preset: "brazilian".',
      [],
    );
  }
  const message = issues.map((issue) => issue.message).join(" ");
  throw apiError("invalid_request", message, {
    issues,
    ...(suggestions.length === 0 ? {} : { suggestions }),
  });

  function complain(path: string, message: string, near: string[]): void {
    const hint = near.length === 0 ? "" : ` Perhaps ${near.join(" or ")}.`;
    issues.push({ path, message: message + hint });
    suggestions.push(...near);
  }
}

function quote(name: string): string {
  return JSON.stringify(name.slice(0, 60));
}
