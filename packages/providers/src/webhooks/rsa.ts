/** RSASSA-PKCS1-v1_5 with SHA-256. */
const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" } as const;

/** Whether the holder of the key signed the text. `publicKey` is an X.509 SubjectPublicKeyInfo. False for what is no key. */
export async function verifyRsa(
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  text: string,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("spki", publicKey, algorithm, false, ["verify"]);
    return await crypto.subtle.verify(algorithm, key, signature, new TextEncoder().encode(text));
  } catch {
    return false;
  }
}

export async function signRsa(privateKey: CryptoKey, text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, new TextEncoder().encode(text)));
}

/** A pair of keys of 2048 bits; the public one as an X.509 SubjectPublicKeyInfo. */
export async function generateRsaKeys(): Promise<{
  privateKey: CryptoKey;
  publicKey: Uint8Array<ArrayBuffer>;
}> {
  const options = { ...algorithm, modulusLength: 2048, publicExponent: Uint8Array.from([1, 0, 1]) };
  const { privateKey, publicKey } = await crypto.subtle.generateKey(options, true, ["sign", "verify"]);
  return { privateKey, publicKey: new Uint8Array(await crypto.subtle.exportKey("spki", publicKey)) };
}
