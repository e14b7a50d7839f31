import { validateHostHeader } from "@modelcontextprotocol/server";

// A name or an address, and a port: what may stand in `Host`. RFC 9110, 7.2.
const hostForm = /^(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i;

/** Whether `Host` has the form of one. */
export function isHost(host: string): boolean {
  return hostForm.test(host);
}

/**
 * A 403 for a request to another name, against DNS rebinding, and a 400 for a `Host` that is none; undefined when it may pass. A
 * request that was made by hand has no `Host`: then its address says where it goes.
 */
export function checkHost(request: Request, allowedHosts: readonly string[]): Response | undefined {
  const host = request.headers.get("host") ?? new URL(request.url).host;
  if (!isHost(host)) return refuse(400, "Bad Request: malformed Host header.");
  const checked = validateHostHeader(host, [...allowedHosts]);
  return checked.ok ? undefined : refuse(403, checked.message);
}

function refuse(status: number, message: string): Response {
  return Response.json({ jsonrpc: "2.0", error: { code: -32000, message }, id: null }, { status });
}
