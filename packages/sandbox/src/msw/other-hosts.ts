/**
 * Hosts of providers that the sandbox knows and does not speak for. A test that is offline must not reach them, and a
 * sentence says more than a host that is not found. Bases as their own documentation gives them.
 */
export const otherHosts: readonly string[] = [
  "sdx-api.pagar.me",
  "webpay3g.transbank.cl",
  "webpay3gint.transbank.cl",
  "api.starkbank.com",
  "sandbox.api.starkbank.com",
  "api.nfe.io",
];
