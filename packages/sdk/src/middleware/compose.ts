import type { Middleware, RequestFunction } from "../api/api-request.ts";

/** Wraps `send` in the middleware; the first is the outermost. */
export function compose(middleware: readonly Middleware[], send: RequestFunction): RequestFunction {
  return middleware.reduceRight((next, wrap) => wrap(next), send);
}
