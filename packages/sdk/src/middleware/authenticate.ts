import type { Middleware } from "../api/api-request.ts";

/** Adds the key, and for a service key the organisation that it acts for. */
export function authenticate(apiKey: string, organisation: string | undefined): Middleware {
  const credentials: Record<string, string> = { authorization: `Bearer ${apiKey}` };
  if (organisation !== undefined) credentials["x-codespar-org"] = organisation;
  return (next) =>
    function authenticate(request) {
      return next({ ...request, headers: { ...request.headers, ...credentials } });
    };
}
