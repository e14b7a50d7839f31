import { decodeBase64, encodeBase64 } from "@codespar/formats";
import { pemLabels, readPemBody } from "./pem.ts";
import { CredentialsUnusable } from "./sender.ts";

/** Which keys: object identifiers of RFC 5480 and SEC 2, in DER. */
const ecPublicKey = [0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
const curve = [0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x0a];
/** Bytes of a private key. */
const SIZE = 32;

/** What is used of `node:crypto`. */
interface NodeCrypto {
  createECDH(curve: "secp256k1"): { setPrivateKey(key: Uint8Array): void; getPublicKey(): Uint8Array };
  createPrivateKey(key: string): object;
  sign(algorithm: "sha256", data: Uint8Array, key: object): Uint8Array;
  verify(algorithm: "sha256", data: Uint8Array, publicKey: string, signature: Uint8Array): boolean;
}

interface MaybeNode {
  process?: { getBuiltinModule?(id: "node:crypto"): NodeCrypto | undefined };
}

/** WebCrypto has no such curve; asked for at run time, so that nothing is imported where there is no Node.js. */
function getCrypto(): NodeCrypto {
  const crypto = (globalThis as MaybeNode).process?.getBuiltinModule?.("node:crypto");
  if (crypto !== undefined) return crypto;
  throw new CredentialsUnusable("its key is of secp256k1, with which only Node.js signs.");
}

/**
 * An ECDSA signature over secp256k1 with SHA-256, in DER as base64. Throws `CredentialsUnusable` outside of Node.js, as all of
 * these do.
 */
export function signSecp256k1(privateKey: Uint8Array, text: string): string {
  const crypto = getCrypto();
  const key = crypto.createPrivateKey(writeSecp256k1Key(privateKey));
  return encodeBase64(Uint8Array.from(crypto.sign("sha256", new TextEncoder().encode(text), key)));
}

/** Whether the holder of the key signed the text. False for what is no key or no signature. */
export function verifySecp256k1(publicKeyPem: string, signature: string, text: string): boolean {
  const der = readBlock(publicKeyPem, /^PUBLIC KEY$/);
  const bytes = decodeBase64(signature);
  if (der === undefined || !includes(der, curve) || bytes === undefined) return false;
  const crypto = getCrypto();
  try {
    return crypto.verify("sha256", new TextEncoder().encode(text), publicKeyPem, bytes);
  } catch {
    return false;
  }
}

/** The private key of a PEM in SEC 1 or PKCS #8 form; undefined for anything else, such as a key of another curve. */
export function readSecp256k1Key(pem: string): Uint8Array | undefined {
  const der = readBlock(pem, pemLabels["private key"]);
  if (der === undefined || !includes(der, curve)) return undefined;
  // SEQUENCE { INTEGER 1, OCTET STRING of 32 bytes, … }, which PKCS #8 has inside
  const mark = [0x02, 0x01, 0x01, 0x04, SIZE];
  const at = indexOf(der, mark);
  const key = at === -1 ? undefined : der.subarray(at + mark.length, at + mark.length + SIZE);
  return key !== undefined && getPoint(key) !== undefined ? key : undefined;
}

/** The key in SEC 1 form, as Stark Bank's own clients write it. Throws RangeError for what is no key. */
export function writeSecp256k1Key(privateKey: Uint8Array): string {
  const point = requirePoint(privateKey);
  const body = [
    ...[0x02, 0x01, 0x01],
    ...[0x04, SIZE, ...privateKey],
    ...[0xa0, curve.length, ...curve],
    ...[0xa1, point.length + 3, 0x03, point.length + 1, 0x00, ...point],
  ];
  return toPem("EC PRIVATE KEY", [0x30, body.length, ...body]);
}

/** The public half, as X.509 SubjectPublicKeyInfo. Throws RangeError for what is no key. */
export function writeSecp256k1PublicKey(privateKey: Uint8Array): string {
  const point = requirePoint(privateKey);
  const algorithm = [0x30, ecPublicKey.length + curve.length, ...ecPublicKey, ...curve];
  const body = [...algorithm, 0x03, point.length + 1, 0x00, ...point];
  return toPem("PUBLIC KEY", [0x30, body.length, ...body]);
}

/** The public point, uncompressed; undefined for what is no private key of the curve. */
function getPoint(privateKey: Uint8Array): Uint8Array | undefined {
  const half = getCrypto().createECDH("secp256k1");
  try {
    half.setPrivateKey(privateKey);
    return Uint8Array.from(half.getPublicKey());
  } catch {
    return undefined;
  }
}

function requirePoint(privateKey: Uint8Array): Uint8Array {
  const point = getPoint(privateKey);
  if (point === undefined) throw new RangeError("These bytes are no private key of secp256k1.");
  return point;
}

function readBlock(pem: string, label: RegExp): Uint8Array | undefined {
  const body = readPemBody(pem, label);
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
