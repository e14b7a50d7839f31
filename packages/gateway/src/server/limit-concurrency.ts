import { errorBody } from "@codespar/node-runtime";

type Serve = (request: Request) => Promise<Response>;

/**
 * The same handler, with a bound on the requests that are under way: further ones are told at once to come again. One caller,
 * told apart by what it authenticates with, has at most half of them, so that whoever waits for a slow provider with all it
 * has leaves room for the others.
 */
export function limitConcurrency(most: number, serve: Serve): Serve {
  const mostOfOne = Math.max(1, Math.floor(most / 2));
  const underWay = new Map<string, number>();
  let total = 0;
  return async function serveWithinLimit(request) {
    const caller = request.headers.get("authorization") ?? request.headers.get("cookie") ?? "";
    const own = underWay.get(caller) ?? 0;
    if (total >= most) return comeAgain(`This gateway has ${most} requests in flight.`);
    if (own >= mostOfOne) return comeAgain(`${mostOfOne} requests of this caller are in flight.`);
    total += 1;
    underWay.set(caller, own + 1);
    try {
      return await serve(request);
    } finally {
      total -= 1;
      const left = (underWay.get(caller) ?? 1) - 1;
      if (left === 0) underWay.delete(caller);
      else underWay.set(caller, left);
    }
  };
}

function comeAgain(why: string): Response {
  const { status, body } = errorBody("rate_limited", `${why} Nothing was done; try again.`);
  return Response.json(body, { status, headers: { "retry-after": "1" } });
}
