import type { Middleware } from "../api/api-request.ts";
import { APIError } from "../errors/api-error.ts";

/** Notifies the application, once per response, that nine tenths of the quota are used. */
export function quotaWarning(onQuotaWarning: ((message: string) => void) | undefined): Middleware {
  if (onQuotaWarning === undefined) return (next) => next;

  const report = (headers: Record<string, string>) => {
    const message = headers["x-codespar-quota-warning"];
    if (message === undefined) return;
    try {
      onQuotaWarning(message);
    } catch {
      // A warning that cannot be shown must not cost the caller a result that is already billed.
    }
  };

  return (next) =>
    async function quotaWarning(request) {
      try {
        const response = await next(request);
        report(response.headers);
        return response;
      } catch (error) {
        if (error instanceof APIError) report(error.headers);
        throw error;
      }
    };
}
