import type { Endpoint } from "@codespar/contract";

interface Header {
  description: string;
  required?: true;
  schema: object;
}

const count = { type: "integer", minimum: 0 };

/** Headers that responses have beside their bodies, for `components.headers`. */
export const responseHeaders: Readonly<Record<string, Header>> = {
  "X-Request-Id": {
    description: "Names the request, in the error's body too. Quote it when you ask for help.",
    required: true,
    schema: { type: "string", pattern: "^req_" },
  },
  "X-CodeSpar-Quota-Warning": {
    description: "From 90 % of the month's tool calls on.",
    schema: { type: "string", pattern: "^You have used [\\d,]+ of [\\d,]+ tool calls this period\\.$" },
  },
  "RateLimit-Limit": { description: "Requests a minute.", schema: count },
  "RateLimit-Remaining": { description: "Requests that are left now.", schema: count },
  "RateLimit-Reset": { description: "Seconds until all of them are there again.", schema: count },
  "Retry-After": { description: "Seconds after which the request may be made again.", schema: count },
  "Idempotency-Replayed": {
    description: "The request was made before: this is the stored response.",
    schema: { const: "true" },
  },
};

const always = ["X-Request-Id"];
const limited = ["X-CodeSpar-Quota-Warning", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"];

/** The headers of an endpoint's responses: of its successes, or of all else. */
export function getHeaders({ scope, method }: Endpoint, kind: "error" | "success"): Record<string, object> {
  const names = [
    ...always,
    ...(scope === null ? [] : limited),
    ...(scope !== null && kind === "error" ? ["Retry-After"] : []),
    // a refusal of the first request is the response to the second as well
    ...(method === "POST" ? ["Idempotency-Replayed"] : []),
  ];
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
