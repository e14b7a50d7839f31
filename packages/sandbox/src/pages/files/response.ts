/** Of every response to an address: nobody keeps it, nobody learns the address from it, nobody guesses its type. */
export const baseHeaders: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
  "cross-origin-resource-policy": "cross-origin",
};

/** A file of a document, shown by the browser itself. */
export function fileResponse(body: string | Uint8Array, type: string, name: string): Response {
  return new Response(typeof body === "string" ? body : Uint8Array.from(body), {
    headers: {
      ...baseHeaders,
      "content-type": type,
      // nothing in a file runs, not even in a picture that is opened by itself
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "content-disposition": `inline; filename="${name.replace(/[^\w.-]/g, "_")}"`,
    },
  });
}

export const PDF = "application/pdf";
export const XML = "application/xml; charset=utf-8";
export const TEXT = "text/plain; charset=utf-8";
