/** What makes a connection unique in its organisation: one for each server and tenant. */
export function connectionName(server: string, tenant: string | null): string {
  return JSON.stringify([server, tenant]);
}
