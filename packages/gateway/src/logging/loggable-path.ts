/** The path without what may be secret in it: queries, and the tokens that webhook and connect addresses carry. */
export function loggablePath(pathname: string): string {
  return pathname
    .replace(/^(\/v1\/webhooks\/[^/]+)\/.*$/, "$1/…")
    .replace(/^(\/connect)\/.*$/, "$1/…")
    .slice(0, 200);
}
