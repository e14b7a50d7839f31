export interface TenantLimit {
  /** Takes one request of a tenant. 0 when it may go on, else the seconds after which it may. */
  take(tenantId: string, requestsPerMinute: number): number;
}

const minuteMs = 60_000;

/**
 * A cap for each tenant, so that none uses up what all of them share: CodeSpar limits the organisation, and the
 * organisation is the SaaS. Counts the requests of the last minute in this process; with several, keep it in a
 * database that they share.
 */
export function tenantLimit(now: () => number = Date.now): TenantLimit {
  const taken = new Map<string, number[]>();
  return {
    take(tenantId, requestsPerMinute) {
      const since = now() - minuteMs;
      const recent = (taken.get(tenantId) ?? []).filter((at) => at > since);
      taken.set(tenantId, recent);
      const [oldest] = recent;
      if (recent.length >= requestsPerMinute) return Math.ceil(((oldest ?? now()) - since) / 1000);
      recent.push(now());
      return 0;
    },
  };
}
