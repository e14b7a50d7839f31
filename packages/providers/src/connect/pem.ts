/**
 * PEM blocks of some labels, in the order in which they stand, each line as RFC 7468 has it; undefined for anything else. Text in
 * front of a block, as OpenSSL writes it, is left out (RFC 7468, 5.2).
 */
export function readPem(text: string, label: RegExp): string | undefined {
  const blocks: string[] = [];
  // who pastes one into a line of a form loses its line breaks
  const block =
    /(?:(?!-----BEGIN )[\s\S])*-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----\s*/gy;
  let end = 0;
  for (const [whole, name = "", body = ""] of text.matchAll(block)) {
    const lines = body.replace(/\s/g, "").match(/.{1,64}/g);
    if (!label.test(name) || lines === null) return undefined;
    blocks.push(`-----BEGIN ${name}-----\n${lines.join("\n")}\n-----END ${name}-----\n`);
    end += whole.length;
  }
  return blocks.length === 0 || end !== text.length ? undefined : blocks.join("");
}

/** The base64 of the first block, without those that follow it; undefined for what `readPem` does not take. */
export function readPemBody(text: string, label: RegExp): string | undefined {
  return readPem(text, label)?.split("-----")[2]?.replace(/\s/g, "");
}

/** What a credential in PEM may hold; a key that is encrypted cannot be used without its password. */
export const pemLabels = {
  certificate: /^CERTIFICATE$/,
  "private key": /^(?:EC |RSA )?PRIVATE KEY$/,
  /** The one form that WebCrypto imports. */
  "private key of PKCS #8": /^PRIVATE KEY$/,
} as const;

export type PemKind = keyof typeof pemLabels;
