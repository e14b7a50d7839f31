import { endpoints, type Scope } from "@codespar/contract";

const rows = Object.values(endpoints).map(({ method, path, scope }) => ({
  method,
  scope,
  pattern: new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(":id", "[^/]+")}$`),
}));

/** What a key needs for a request; undefined for what is no endpoint, or open to all. */
export function endpointScope(method: string, path: string): Scope | undefined {
  const [pathname = ""] = path.split("?", 1);
  return rows.find((row) => row.method === method && row.pattern.test(pathname))?.scope ?? undefined;
}
