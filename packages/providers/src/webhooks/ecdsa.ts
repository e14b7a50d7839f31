/** ECDSA over P-256 with SHA-256, its signatures in ASN.1 DER, as most providers write them. */
const curve = { name: "ECDSA", namedCurve: "P-256" } as const;
const digest = { name: "ECDSA", hash: "SHA-256" } as const;
/** Bytes of each of the two numbers of a signature. */
const SIZE = 32;

/** Whether the holder of the key signed the text. `publicKey` is an X.509 SubjectPublicKeyInfo. False for what is no key or no signature. */
export async function verifyEcdsa(
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array,
  text: string,
): Promise<boolean> {
  const raw = readDer(signature);
  if (raw === undefined) return false;
  try {
    const key = await crypto.subtle.importKey("spki", publicKey, curve, false, ["verify"]);
    return await crypto.subtle.verify(digest, key, raw, new TextEncoder().encode(text));
  } catch {
    return false;
  }
}

/** The signature of a text, in DER. */
export async function signEcdsa(privateKey: CryptoKey, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const raw = new Uint8Array(await crypto.subtle.sign(digest, privateKey, new TextEncoder().encode(text)));
  return writeDer(raw);
}

/** A pair of keys; the public one as an X.509 SubjectPublicKeyInfo. */
export async function generateEcdsaKeys(): Promise<{
  privateKey: CryptoKey;
  publicKey: Uint8Array<ArrayBuffer>;
}> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(curve, true, ["sign", "verify"]);
  return { privateKey, publicKey: new Uint8Array(await crypto.subtle.exportKey("spki", publicKey)) };
}

/** `SEQUENCE { INTEGER r, INTEGER s }` as the 64 bytes of both; undefined for anything else. */
function readDer(der: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  // a signature of this curve is never as long as a length of two bytes
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der.length > 72) return undefined;
  const raw = new Uint8Array(2 * SIZE);
  let at = 2;
  for (const end of [SIZE, 2 * SIZE]) {
    const length = der[at + 1] ?? 0;
    let bytes = der.subarray(at + 2, at + 2 + length);
    if (der[at] !== 0x02 || length === 0 || bytes.length !== length) return undefined;
    while (bytes.length > SIZE && bytes[0] === 0) bytes = bytes.subarray(1);
    if (bytes.length > SIZE) return undefined;
    raw.set(bytes, end - bytes.length);
    at += 2 + length;
  }
  return at === der.length ? raw : undefined;
}

function writeDer(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const numbers = [raw.subarray(0, SIZE), raw.subarray(SIZE)].flatMap((half) => {
    const first = half.findIndex((byte) => byte !== 0);
    const bytes = Array.from(half.subarray(first === -1 ? SIZE - 1 : first));
    // a first bit that is set would make the number negative
    if ((bytes[0] ?? 0) > 0x7f) bytes.unshift(0);
    return [0x02, bytes.length, ...bytes];
  });
  return Uint8Array.from([0x30, numbers.length, ...numbers]);
}
