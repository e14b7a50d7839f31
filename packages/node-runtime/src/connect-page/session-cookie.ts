const name = "__Host-codespar-connect";

/** The cookie that stands for a connect session: of this host alone, over https or on this machine, and for no script. */
export function sessionCookie(secret: string, maxAgeSeconds: number): string {
  // Lax: it comes along when the provider sends the person back, and with no form of another site
  return `${name}=${secret}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}`;
}

export const endedSessionCookie = sessionCookie("", 0);

/** The session's secret; undefined when the browser has none. */
export function readSessionCookie(request: Request): string | undefined {
  for (const part of request.headers.get("cookie")?.split(";") ?? []) {
    const [key, value = ""] = part.trim().split(/=(.*)/s, 2);
    if (key === name && value !== "") return value;
  }
  return undefined;
}
