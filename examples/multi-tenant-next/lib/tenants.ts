export interface Tenant {
  servers: string[];
  requestsPerMinute: number;
}

// In production, fetch from your database.
const tenants: Readonly<Record<string, Tenant>> = {
  tenant_acme: { servers: ["asaas", "correios", "nuvem-fiscal"], requestsPerMinute: 2 },
  tenant_loja: { servers: ["asaas", "melhor-envio", "z-api"], requestsPerMinute: 2 },
};

/** A tenant by its id; undefined when there is none. Here your sign-in checks that the user belongs to it. */
export function findTenant(id: string): Tenant | undefined {
  return Object.hasOwn(tenants, id) ? tenants[id] : undefined;
}
