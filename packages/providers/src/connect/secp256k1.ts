import { decodeBase64, encodeBase64 } from "@codespar/formats";
import { pemLabels, readPem } from "./pem.ts";

/** Which keys: object identifiers of RFC 5480 and SEC 2, in DER. */
const ecPublicKey = [0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
const curve = [0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x0a];
/** Bytes of a private key. */
const SIZE = 32;

/** Loaded when something is signed: it takes some 20 ms, which every embedded sandbox would pay. */
async function loadCurve() {
  return (await import("@noble/curves/secp256k1.js")).secp256k1;
}

/** An ECDSA signature over secp256k1 with SHA-256, in DER as base64: what WebCrypto has no curve for. */
export async function signSecp256k1(privateKey: Uint8Array, text: string): Promise<string> {
  const secp256k1 = await loadCurve();
  const signature = secp256k1.sign(new TextEncoder().encode(text), privateKey, { format: "der" });
  return encodeBase64(Uint8Array.from(signature));
}

/** Whether the holder of the key signed the text. False for what is no key or no signature. */
export async function verifySecp256k1(
  publicKeyPem: string,
  signature: string,
  text: string,
): Promise<boolean> {
  const publicKey = readPublicKey(publicKeyPem);
  const der = decodeBase64(signature);
  if (publicKey === undefined || der === undefined) return false;
  const secp256k1 = await loadCurve();
  try {
    // others do not choose the lower of the two numbers that fit
    return secp256k1.verify(der, new TextEncoder().encode(text), publicKey, { format: "der", lowS: false });
  } catch {
    return false;
  }
}

/** The private key of a PEM in SEC 1 or PKCS #8 form; undefined for anything else, such as a key of another curve. */
export async function readSecp256k1Key(pem: string): Promise<Uint8Array | undefined> {
  const der = readBlock(pem, pemLabels["private key"]);
  if (der === undefined || !includes(der, curve)) return undefined;
  // SEQUENCE { INTEGER 1, OCTET STRING of 32 bytes, … }, which PKCS #8 has inside
  const mark = [0x02, 0x01, 0x01, 0x04, SIZE];
  const at = indexOf(der, mark);
  const key = at === -1 ? undefined : der.subarray(at + mark.length, at + mark.length + SIZE);
  return key !== undefined && (await loadCurve()).utils.isValidSecretKey(key) ? key : undefined;
}

/** The key in SEC 1 form, as Stark Bank's own clients write it. */
export async function writeSecp256k1Key(privateKey: Uint8Array): Promise<string> {
  const point = (await loadCurve()).getPublicKey(privateKey, false);
  const body = [
    ...[0x02, 0x01, 0x01],
    ...[0x04, SIZE, ...privateKey],
    ...[0xa0, curve.length, ...curve],
    ...[0xa1, point.length + 3, 0x03, point.length + 1, 0x00, ...point],
  ];
  return toPem("EC PRIVATE KEY", [0x30, body.length, ...body]);
}

/** The public half, as X.509 SubjectPublicKeyInfo. */
export async function writeSecp256k1PublicKey(privateKey: Uint8Array): Promise<string> {
  const point = (await loadCurve()).getPublicKey(privateKey, false);
  const algorithm = [0x30, ecPublicKey.length + curve.length, ...ecPublicKey, ...curve];
  const body = [...algorithm, 0x03, point.length + 1, 0x00, ...point];
  return toPem("PUBLIC KEY", [0x30, body.length, ...body]);
}

function readPublicKey(pem: string): Uint8Array | undefined {
  const der = readBlock(pem, /^PUBLIC KEY$/);
  if (der === undefined || !includes(der, curve)) return undefined;
  // the point stands at the end, behind the byte that says that no bits are unused
  const point = der.subarray(der.length - 2 * SIZE - 1);
  return point[0] === 0x04 ? point : undefined;
}

function readBlock(pem: string, label: RegExp): Uint8Array | undefined {
  const body = readPem(pem, label)?.replace(/-----[A-Z0-9 ]+-----|\s/g, "");
  return body === undefined ? undefined : decodeBase64(body);
}

function toPem(label: string, der: readonly number[]): string {
  const lines = encodeBase64(Uint8Array.from(der)).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

function includes(bytes: Uint8Array, part: readonly number[]): boolean {
  return indexOf(bytes, part) !== -1;
}

function indexOf(bytes: Uint8Array, part: readonly number[]): number {
  return bytes.findIndex((_byte, at) => part.every((expected, offset) => bytes[at + offset] === expected));
}
