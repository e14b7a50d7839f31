import { type Endpoint, type EndpointId, endpoints } from "@codespar/contract";

export interface RouteMatch {
  endpointId: EndpointId;
  endpoint: Endpoint;
  id: string;
}

interface Pattern {
  endpointId: EndpointId;
  endpoint: Endpoint;
  segments: readonly string[];
}

const patterns = new Map<string, Pattern[]>();
for (const [endpointId, endpoint] of Object.entries(endpoints) as [EndpointId, Endpoint][]) {
  // Object.entries forgets the key type; the table is a constant
  const segments = endpoint.path.split("/");
  const shape = `${endpoint.method} ${segments.length}`;
  patterns.set(shape, [...(patterns.get(shape) ?? []), { endpointId, endpoint, segments }]);
}

/** The endpoint of a method and path, by the contract's table. */
export function matchRoute(method: string, pathname: string): RouteMatch | undefined {
  const segments = pathname.split("/");
  candidates: for (const { endpointId, endpoint, segments: wanted } of patterns.get(
    `${method} ${segments.length}`,
  ) ?? []) {
    let id = "";
    for (let index = 0; index < wanted.length; index++) {
      const segment = segments[index] ?? "";
      if (wanted[index] === ":id") id = segment;
      else if (wanted[index] !== segment) continue candidates;
    }
    return { endpointId, endpoint, id };
  }
  return undefined;
}

/** The methods that find an endpoint at this path; none when there is nothing. */
export function allowedMethods(pathname: string): string[] {
  return ["GET", "POST", "PATCH", "DELETE"].filter((method) => matchRoute(method, pathname) !== undefined);
}
