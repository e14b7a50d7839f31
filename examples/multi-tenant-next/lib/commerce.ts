import { CodeSpar, type Session } from "@codespar/sdk";

/** One key for the whole SaaS. `CODESPAR_BASE_URL` says where, `CODESPAR_API_KEY` who. */
export const codespar = new CodeSpar();

export interface TenantConfig {
  id: string;
  servers: string[];
  metadata: Record<string, string>;
}

/** A session of one tenant: it reaches that tenant's servers alone, and every call in it carries `tenant_id`. */
export async function createTenantSession(tenant: TenantConfig): Promise<Session> {
  return codespar.sessions.create({
    servers: tenant.servers,
    metadata: { ...tenant.metadata, tenant_id: tenant.id },
  });
}
