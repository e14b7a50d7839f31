import { CodeSpar } from "@codespar/sdk";
import type { DashboardSession } from "./session.ts";

/** The SDK wants a key of the right form; the page has none, and what is sent is the session's cookie. */
const noKey = "csk_test_session";

/** A client in the name of the session. It keeps no key. */
export function sessionClient({ csrf }: DashboardSession, onSignedOut: () => void): CodeSpar {
  return new CodeSpar({
    apiKey: noKey,
    baseUrl: location.origin,
    maxRetries: 1,
    async fetch(url, init) {
      const headers = new Headers(init.headers);
      headers.delete("authorization");
      headers.set("x-codespar-csrf", csrf);
      const response = await fetch(url, { ...init, headers, credentials: "same-origin" });
      if (response.status === 401) onSignedOut();
      return response;
    },
  });
}

/** A client for one request with a key that was asked for just now; it goes without the session's cookie. */
export function keyClient(apiKey: string): CodeSpar {
  return new CodeSpar({
    apiKey,
    baseUrl: location.origin,
    maxRetries: 0,
    fetch: (url, init) => fetch(url, { ...init, credentials: "omit" }),
  });
}
