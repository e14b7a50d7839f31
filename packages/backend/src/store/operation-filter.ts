import type { Operation } from "./operation.ts";
import { toStatus } from "./states.ts";
import type { OperationFilter } from "./store.ts";

/** Whether a log row is asked for. Every given field must match. */
export function matchesFilter(operation: Operation, filter: OperationFilter): boolean {
  const { sessionId, tool, server, provider, userId, currency, amount } = filter;
  const { status, key, metadata, since, until, charged } = filter;
  if (sessionId !== undefined && operation.sessionId !== sessionId) return false;
  if (tool !== undefined && operation.tool !== tool) return false;
  if (server !== undefined && operation.server !== server) return false;
  if (provider !== undefined && operation.provider !== provider) return false;
  if (userId !== undefined && operation.userId !== userId) return false;
  if (currency !== undefined && operation.currency !== currency) return false;
  if (amount !== undefined && operation.amount !== amount) return false;
  if (status !== undefined && toStatus(operation.state) !== status) return false;
  if (key !== undefined && operation.key !== key) return false;
  if (since !== undefined && operation.createdAt < since) return false;
  if (until !== undefined && operation.createdAt >= until) return false;
  if (charged !== undefined && operation.charged !== charged) return false;
  if (metadata === undefined) return true;
  return Object.entries(metadata).every(([name, value]) => operation.metadata[name] === value);
}
