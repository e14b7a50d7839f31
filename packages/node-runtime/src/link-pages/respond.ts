import type { html } from "hono/html";

/** HTML in which every value that came from elsewhere is escaped. */
export type Html = ReturnType<typeof html>;

export interface RespondOptions {
  status?: number | undefined;
  /** An origin to which a form of the page may lead. */
  formTarget?: string | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
}

/** A page that runs nothing but our script, is kept nowhere, leaks no address to others, and cannot be framed. */
export async function pageResponse(page: Html, options: RespondOptions = {}): Promise<Response> {
  const { status = 200, formTarget, headers } = options;
  const formAction = formTarget === undefined ? "'self'" : `'self' ${formTarget}`;
  return new Response(String(await page), {
    status,
    headers: {
      ...commonHeaders,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
      ...headers,
    },
  });
}

export function assetResponse(type: "text/css" | "text/javascript", text: string): Response {
  return new Response(text, { headers: { ...commonHeaders, "content-type": `${type}; charset=utf-8` } });
}

/** 303, so that a reload sends nothing again. */
export function redirectResponse(location: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status: 303, headers: { ...commonHeaders, location, ...headers } });
}

const commonHeaders = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};
