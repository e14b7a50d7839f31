import fc from "fast-check";
import ipaddr, { type IPv4, type IPv6 } from "ipaddr.js";
import { expect, it } from "vitest";
import { isPrivateAddress, isThisMachine } from "./private-address.ts";

it.each([
  "10.1.2.3",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "127.0.0.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "224.0.0.1",
  "255.255.255.255",
  "::1",
  "::",
  "[::1]",
  "fe80::1",
  "fe80::1%eth0",
  "fc00::1",
  "fd12:3456::1",
  "::ffff:10.0.0.1",
  "::ffff:a00:1",
  "64:ff9b::10.0.0.1",
  "64:ff9b:1:a00:1::",
  "2002:a00:1::",
  "2001:0:a00:1::",
  "2001:db8::1",
  "2001:2::1",
  "3fff:abc::1",
  "5f00::1",
  "100::1",
  "192.0.2.1",
  "198.51.100.1",
  "203.0.113.1",
  "ff02::1",
])("keeps away from %s", (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

it.each([
  "8.8.8.8",
  "172.32.0.1",
  "192.169.0.1",
  "2606:4700::1111",
  "2001:4860:4860::8888",
  "2001:200::1",
  "::ffff:8.8.8.8",
  "64:ff9b::8.8.8.8",
  "203.0.114.1",
])("lets %s be", (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});

it("knows this machine, also by the names that containers have for it", () => {
  expect(["localhost", "127.9.9.9", "[::1]", "Host.Docker.Internal"].every(isThisMachine)).toBe(true);
  expect(["localhost.example.com", "128.0.0.1", "10.0.0.1"].some(isThisMachine)).toBe(false);
});

/** An address as its bytes, often with the beginning of a special block. */
const special = [
  ...["0a", "7f", "a9fe", "ac10", "c0a8", "c000", "c612", "c633", "cb00", "6440", "e0", "f0", "00"],
  ...[
    "fc",
    "fd",
    "fe80",
    "fec0",
    "ff02",
    "2001",
    "2001000",
    "20010db8",
    "2002",
    "0064ff9b",
    "0100",
    "3fff",
    "5f00",
  ],
].map((hex) => (hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)));
const address = (bytes: number) =>
  fc
    .tuple(fc.constantFrom([], ...special), fc.uint8Array({ minLength: bytes, maxLength: bytes }))
    .map(([head, tail]) => ipaddr.fromByteArray([...head, ...tail].slice(0, bytes)));

/** The IPv4 address that an IPv6 address carries where NAT64 or a mapped socket has it. */
function carried(tested: IPv4 | IPv6): IPv4 | IPv6 {
  if (!(tested instanceof ipaddr.IPv6)) return tested;
  const { parts } = tested;
  const isCarrier = parts.slice(0, 5).every((part) => part === 0) || tested.range() === "rfc6052";
  return isCarrier && parts[5] !== undefined ? ipaddr.fromByteArray(tested.toByteArray().slice(12)) : tested;
}

it("takes no address for public that ipaddr.js has in a special range, and keeps few more away", () => {
  // RFC 9637, RFC 9602 and the rest of 64:ff9b::/16, 100::/16 and 2001::/23, which ipaddr.js takes for public
  const ours = /^(?:3fff:|5f00:|64:|100:|2001:1?[0-9a-f]{0,2}:|fe[c-f][0-9a-f]:|192\.88\.99\.|::)/;
  fc.assert(
    fc.property(fc.oneof(address(4), address(16)), (tested) => {
      const isPublic = carried(tested).range() === "unicast";
      const text = tested.toString();
      if (!isPublic) expect([text, isPrivateAddress(text)]).toEqual([text, true]);
      else if (isPrivateAddress(text)) expect(text).toMatch(ours);
    }),
    { numRuns: 5000 },
  );
});
