import type { ToolCall } from "@codespar/contract";

/** What of the log is shown; absent members filter nothing. */
export interface CallFilter {
  tool?: string | undefined;
  provider?: string | undefined;
  status?: string | undefined;
  session_id?: string | undefined;
  /** The session's `metadata.tenant_id`. */
  tenant?: string | undefined;
  /** Searched in what is loaded. */
  text?: string | undefined;
}

const names = ["tool", "provider", "status", "session_id", "tenant", "text"] as const;

/** The filter that the address holds. */
export function filterOf(search: URLSearchParams): CallFilter {
  const filter: CallFilter = {};
  for (const name of names) {
    const value = search.get(name);
    if (value !== null && value !== "") filter[name] = value;
  }
  return filter;
}

/** Tells whether a row holds the text, in whatever case, in one of the things that it shows or is known by. */
export function textMatcher(text: string): (row: ToolCall) => boolean {
  const wanted = text.trim().toLowerCase();
  const holds = (each: string | null | undefined) => each?.toLowerCase().includes(wanted) === true;
  return (row) =>
    holds(row.id) ||
    holds(row.tool) ||
    holds(row.provider) ||
    holds(row.session_id) ||
    holds(row.user_id) ||
    holds(row.idempotency_key) ||
    holds(row.error?.code) ||
    holds(row.error?.message) ||
    Object.values(row.metadata).some(holds);
}
