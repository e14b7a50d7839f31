import type { BackendContext } from "../../context.ts";
import { eventJobs } from "../../events/create-deliveries.ts";
import { connectionName } from "../../store/ownership.ts";
import type { ConnectionRecord } from "../../store/record.ts";

/** Why a connection no longer works: `refused` the provider refused its credentials · `not_renewed` they could not be renewed */
export type ExpiryReason = "not_renewed" | "refused";

/**
 * Records that a connection has to be made again, and announces it by one event. Calls go on being tried with what is there: the
 * provider decides. Does nothing when it is noted already, or when there are new credentials.
 */
export async function expireConnection(
  context: BackendContext,
  record: ConnectionRecord,
  reason: ExpiryReason,
): Promise<void> {
  const { store, clock, ids, wake } = context;
  if (record.status === "expired") return;
  if (!(await store.replaceRecord("connection", { ...record, status: "expired" }))) return;
  const { id, organisation, server, tenant } = record;
  const event = {
    id: ids.next("evt"),
    organisation,
    type: "connection.expired",
    createdAt: clock.now(),
    sessionId: null,
    toolCallId: null,
    metadata: tenant === null ? {} : { tenant_id: tenant },
    data: JSON.stringify({ connection_id: id, server_id: server, tenant_id: tenant, reason }),
  };
  await store.appendEvent(event, await eventJobs(context, event, server));
  wake();
}

/** What calls to providers reveal about their connections. */
export interface ConnectionHealth {
  /** The provider has refused the credentials of this account. */
  refused(server: string, account: string): Promise<void>;
}

export function connectionHealth(context: BackendContext): ConnectionHealth {
  return {
    async refused(server, account) {
      const [organisation = "", tenant] = account.split(/\/(.*)/s, 2);
      const name = connectionName(server, tenant ?? null);
      const record = await context.store.readRecordByName("connection", organisation, name);
      if (record !== undefined) await expireConnection(context, record, "refused");
    },
  };
}
