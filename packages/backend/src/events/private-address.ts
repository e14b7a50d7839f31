import { isLoopbackHostname } from "@codespar/contract";

const privateV4: readonly (readonly [base: number, bits: number])[] = [
  [v4(0, 0, 0, 0), 8], // this network
  [v4(10, 0, 0, 0), 8],
  [v4(100, 64, 0, 0), 10], // carrier-grade NAT
  [v4(127, 0, 0, 0), 8],
  [v4(169, 254, 0, 0), 16], // link-local, cloud metadata
  [v4(172, 16, 0, 0), 12],
  [v4(192, 0, 0, 0), 24],
  [v4(192, 0, 2, 0), 24], // documentation
  [v4(192, 88, 99, 0), 24], // 6to4 relays
  [v4(192, 168, 0, 0), 16],
  [v4(198, 18, 0, 0), 15], // benchmarking
  [v4(198, 51, 100, 0), 24], // documentation
  [v4(203, 0, 113, 0), 24], // documentation
  [v4(224, 0, 0, 0), 3], // multicast and reserved
];

/** Whether an IP address is not one of the public internet's (IANA special-purpose registries, RFC 6890). */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, "").toLowerCase();
  const four = parseV4(plain);
  if (four !== undefined) return isPrivateV4(four);
  const groups = parseV6(plain);
  if (groups === undefined) return false;
  const [first = 0, second = 0] = groups;
  const isMapped =
    groups.slice(0, 5).every((group) => group === 0) && (groups[5] === 0xffff || groups[5] === 0);
  // NAT64 carries an IPv4 address at its end; its local prefix carries it elsewhere, and is local
  const isTranslated = first === 0x64 && second === 0xff9b && groups[2] === 0;
  if (isMapped || isTranslated) return isPrivateV4(((groups[6] ?? 0) * 65_536 + (groups[7] ?? 0)) >>> 0);
  const isUniqueLocal = (first & 0xfe00) === 0xfc00;
  const isLinkLocal = (first & 0xffc0) === 0xfe80 || (first & 0xffc0) === 0xfec0;
  const isMulticast = (first & 0xff00) === 0xff00;
  const isLocalNat64 = first === 0x64;
  const isDiscard = first === 0x100;
  // Teredo and 6to4 carry an IPv4 address; the rest of 2001::/23 is for protocols and benchmarks
  const isTunnel = (first === 0x2001 && second < 0x200) || first === 0x2002;
  // RFC 3849 and RFC 9637; segment routing's addresses (RFC 9602) stay in one network
  const isDocumentation = (first === 0x2001 && second === 0xdb8) || (first === 0x3fff && second < 0x1000);
  const isSegment = first === 0x5f00;
  const isLocal = isUniqueLocal || isLinkLocal || isLocalNat64 || isDiscard;
  return isLocal || isMulticast || isTunnel || isDocumentation || isSegment;
}

/** What containers call the machine that they run on: Docker and Podman. */
const containerHosts = ["host.docker.internal", "host.containers.internal"];

/** Whether a host is this machine, or the one that this container runs on. */
export function isThisMachine(host: string): boolean {
  return isLoopbackHostname(host) || containerHosts.includes(host.toLowerCase());
}

function isPrivateV4(address: number): boolean {
  return privateV4.some(([base, bits]) => address >>> (32 - bits) === base >>> (32 - bits));
}

function v4(a: number, b: number, c: number, d: number): number {
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}

function parseV4(text: string): number | undefined {
  const [, a, b, c, d] = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text) ?? [];
  if (a === undefined) return undefined;
  const parts = [a, b, c, d].map(Number);
  if (parts.some((part) => part > 255)) return undefined;
  return v4(parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0, parts[3] ?? 0);
}

/** The eight groups of an IPv6 address (RFC 4291), an IPv4 tail included. */
function parseV6(text: string): number[] | undefined {
  const [address = ""] = text.split("%", 1);
  if (!address.includes(":")) return undefined;
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  const four = tail?.[2] === undefined ? undefined : parseV4(tail[2]);
  const written =
    four === undefined
      ? address
      : `${tail?.[1]}${(four >>> 16).toString(16)}:${(four & 0xffff).toString(16)}`;
  const [head = "", rest] = written.split("::", 2);
  const left = head === "" ? [] : head.split(":");
  const right = rest === undefined || rest === "" ? [] : rest.split(":");
  const missing = 8 - left.length - right.length;
  if (rest === undefined ? missing !== 0 : missing < 0) return undefined;
  const groups = [...left, ...new Array<string>(Math.max(0, missing)).fill("0"), ...right];
  const numbers = groups.map((group) =>
    /^[0-9a-f]{1,4}$/.test(group) ? Number.parseInt(group, 16) : Number.NaN,
  );
  return numbers.some(Number.isNaN) ? undefined : numbers;
}
