import { findServer } from "@codespar/contract";
import { apiError } from "../../platform/api-error.ts";
import type { SessionRecord } from "../../store/store.ts";

/** Refuses a `provider` argument that names a server that is unknown or not attached. Returns its id. */
export function requireAttached(session: SessionRecord, idOrAlias: string): string {
  const id = findServer(idOrAlias)?.id ?? idOrAlias;
  if (session.servers.includes(id)) return id;
  throw apiError(
    "server_not_in_session",
    `Server ${idOrAlias} is not attached to this session. Create a session with servers: [..., "${id}"].`,
    { server: id, servers: [...session.servers] },
  );
}

/** Those of the preferred servers that the session has, in the order of preference. */
export function getAttached(session: SessionRecord, preferred: readonly string[]): string[] {
  return preferred.filter((id) => session.servers.includes(id));
}
