import type { Scope } from "@codespar/contract";

/** Who looks at the page, as its server told. */
export interface DashboardSession {
  /** Goes with every request beside the cookie, which no script can read. */
  csrf: string;
  scopes: readonly Scope[];
  /** Whether there is a test control beside the API. */
  sandbox: boolean;
  /** Whether what it shows is real money. */
  livemode: boolean;
  expires_at: string;
}

/** The session that the browser holds a cookie of; undefined when nobody is signed in. */
export async function readSession(): Promise<DashboardSession | undefined> {
  const response = await fetch("/dashboard/session", { headers: { accept: "application/json" } });
  return response.ok ? response.json() : undefined;
}

/** Uses up a sign-in link. Throws an error with the server's sentence. */
export function signInWithLink(link: string): Promise<DashboardSession> {
  return openSession({ "content-type": "application/json" }, JSON.stringify({ link }));
}

/** The key goes to the server once and is kept nowhere in the page. */
export function signInWithKey(key: string): Promise<DashboardSession> {
  return openSession({ authorization: `Bearer ${key}` }, undefined);
}

export async function signOut({ csrf }: DashboardSession): Promise<void> {
  await fetch("/dashboard/session", { method: "DELETE", headers: { "x-codespar-csrf": csrf } });
}

async function openSession(
  headers: Record<string, string>,
  body: string | undefined,
): Promise<DashboardSession> {
  const response = await fetch("/dashboard/session", {
    method: "POST",
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const answer = await response.json();
  if (response.ok) return answer;
  throw new Error(answer.message);
}
