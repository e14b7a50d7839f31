import {
  CredentialsUnusable,
  type IncomingResponse,
  largestResponse,
  ResponseTooLarge,
  type Sender,
} from "./sender.ts";

/** Sends by the platform's fetch, whose errors prove nothing: every one of them leaves the outcome unknown. */
export function sendByFetch(fetch: typeof globalThis.fetch = globalThis.fetch): Sender {
  return async ({ method, url, headers, body, clientCertificate, publicHost, signal }) => {
    if (publicHost === true)
      throw new CredentialsUnusable(
        "Its host is one that a user named, and fetch does not show which address that stands for. Connect it on Node.js.",
      );
    if (clientCertificate !== undefined && url.startsWith("https:"))
      throw new CredentialsUnusable(
        "It wants a client certificate in the TLS connection, which fetch cannot show. Connect it on Node.js.",
      );
    const response = await fetch(url, { method, headers, body: body ?? null, signal, redirect: "manual" });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await readText(response),
    };
  };
}

async function readText(response: Response): Promise<IncomingResponse["text"]> {
  if (response.body === null) return "";
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let text = "";
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      size += value.byteLength;
      if (size > largestResponse) throw new ResponseTooLarge();
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
