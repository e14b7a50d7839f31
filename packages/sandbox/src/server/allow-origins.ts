import { isLoopbackHost } from "@codespar/node-runtime";

type Serve = (request: Request) => Promise<Response>;

const methods = "GET, POST, PATCH, DELETE";
const headers =
  "accept, authorization, content-type, idempotency-key, last-event-id, x-codespar-org, x-request-id";
/** Seconds that a browser may keep a permission. */
const maxAge = "600";

/**
 * Lets pages of this machine, and of the origins that are named, use the API with a key of their own: CORS (Fetch Standard §3.3).
 * Cookies are never admitted, so that a page cannot act as whoever has the inspector open.
 */
export function allowOrigins(serve: Serve, origins: readonly string[]): Serve {
  const isAllowed = (origin: string) => origins.includes(origin) || isLocalOrigin(origin);
  return async (request) => {
    const origin = request.headers.get("origin");
    if (origin === null) return serve(request);
    const permitted = isAllowed(origin) ? { "access-control-allow-origin": origin } : {};
    if (request.method === "OPTIONS" && request.headers.has("access-control-request-method")) {
      const granted = {
        "access-control-allow-methods": methods,
        "access-control-allow-headers": headers,
        "access-control-max-age": maxAge,
      };
      return new Response(null, { status: 204, headers: { ...permitted, ...granted, vary: "origin" } });
    }
    const response = await serve(request);
    for (const [name, value] of Object.entries(permitted)) {
      response.headers.set(name, value);
      // all of them, as no cookie is admitted
      response.headers.set("access-control-expose-headers", "*");
    }
    response.headers.append("vary", "origin");
    return response;
  };
}

function isLocalOrigin(origin: string): boolean {
  return URL.canParse(origin) && isLoopbackHost(new URL(origin).host);
}
