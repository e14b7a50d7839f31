import type { ProviderDocument } from "./operation.ts";
import type { SessionRecord, Store } from "./store.ts";

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
