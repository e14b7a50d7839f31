import type { Json } from "@codespar/contract";
import type { Operation, ProviderDocument } from "./operation.ts";
import type { SessionRecord, Store } from "./store.ts";

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

/** Which fields of an output, or of a provider's webhook, are ids that later calls come back with. */
const documentFields = [
  ["payment_id", "payment"],
  ["checkout_id", "checkout"],
  ["invoice_id", "invoice"],
  ["shipment_id", "shipment"],
  ["tracking_code", "tracking"],
  ["message_id", "message"],
] as const;

type Origin = Pick<Operation, "createdAt" | "id" | "metadata" | "organisation" | "server">;

/** What a provider made for a meta-tool call, by the ids in its response: a later call by one of them finds the provider. */
export function providerDocuments(operation: Origin, provider: string, data: Json): ProviderDocument[] {
  if (operation.server !== "codespar") return [];
  if (typeof data !== "object" || data === null || Array.isArray(data)) return [];
  const tenant = operation.metadata.tenant_id ?? null;
  const { organisation, id: operationId, createdAt } = operation;
  const documents: ProviderDocument[] = [];
  for (const [field, kind] of documentFields) {
    const id = data[field];
    if (typeof id === "string")
      documents.push({ organisation, tenant, kind, id, provider, operationId, createdAt });
  }
  return documents;
}

/** What a provider made, if this session may see it: another tenant's is as good as not there. */
export async function findProviderDocument(
  store: Store,
  session: SessionRecord,
  kind: string,
  id: string,
): Promise<ProviderDocument | undefined> {
  const document = await store.findDocument(session.organisation, kind, id);
  return document?.tenant === getTenant(session) ? document : undefined;
}

/** The tenant that a session acts for; null: the organisation itself. */
export function getTenant(session: Pick<SessionRecord, "metadata">): string | null {
  return session.metadata.tenant_id ?? null;
}
