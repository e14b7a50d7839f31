import type { Json } from "@codespar/contract";
import type { Operation, ProviderDocument } from "./operation.ts";
import type { SessionRecord, Store } from "./store.ts";

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
