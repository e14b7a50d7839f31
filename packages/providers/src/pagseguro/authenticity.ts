import { encodeHex } from "@codespar/formats";

/** What the header `x-authenticity-token` of a notification holds: SHA-256 of the account's token, a hyphen and the body (developer.pagbank.com.br, confirmar autenticidade da notificação). */
export async function signNotification(body: string, token: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${token}-${body}`));
  return encodeHex(new Uint8Array(digest));
}
