import { errorBody } from "@codespar/node-runtime";

type Serve = (request: Request) => Promise<Response>;

/** The same handler, with a bound on the requests that are under way: further ones are asked at once to come again. */
export function limitConcurrency(most: number, serve: Serve): Serve {
  let underWay = 0;
  return async function serveWithinLimit(request) {
    if (underWay >= most) {
      const message = `This gateway has ${most} requests in flight. Nothing was done; try again.`;
      const { status, body } = errorBody("rate_limited", message);
      return Response.json(body, { status, headers: { "retry-after": "1" } });
    }
    underWay += 1;
    try {
      return await serve(request);
    } finally {
      underWay -= 1;
    }
  };
}
