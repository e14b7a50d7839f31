import { getTenant } from "./document-names.ts";
import type { SessionRecord } from "./store.ts";

/** What makes a connection unique in its organisation: one for each server and tenant. */
export function connectionName(server: string, tenant: string | null): string {
  return JSON.stringify([server, tenant]);
}

/** The account that a connection stands for: the organisation, or one of its tenants. */
export function getAccount(organisation: string, tenant: string | null): string {
  return tenant === null ? organisation : `${organisation}/${tenant}`;
}

/** What a connection's health is kept under: what goes wrong with one account says nothing of the others. */
export function circuitName(server: string, account: string): string {
  return `${server} ${account}`;
}

/** The names of all connections that a session may use. */
export function connectionNames(session: Pick<SessionRecord, "metadata" | "servers">): string[] {
  const owners = getOwners(session);
  return session.servers.flatMap((server) => owners.map((owner) => connectionName(server, owner)));
}

/** And their circuits. */
export function circuitNames(
  session: Pick<SessionRecord, "metadata" | "organisation" | "servers">,
): string[] {
  const accounts = getOwners(session).map((owner) => getAccount(session.organisation, owner));
  return session.servers.flatMap((server) => accounts.map((account) => circuitName(server, account)));
}

/** Whose connections a session may use: its tenant's, else the organisation's. */
function getOwners(session: Pick<SessionRecord, "metadata">): (string | null)[] {
  return [...new Set([getTenant(session), null])];
}
