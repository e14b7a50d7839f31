/** Where the sandbox pretends to keep a payment's page, slip or picture. */
export function paymentUrl(server: string, path: string): string {
  return `https://pay.sandbox.codespar.dev/${server}/${path}`;
}
