import { expect, it } from "vitest";
import { clientAddress } from "./client-address.ts";

const getAddress = clientAddress(["10.0.0.0/8", "192.0.2.7", "2001:db8::/32"]);

it.each([
  ["203.0.113.9", undefined, "203.0.113.9"],
  ["203.0.113.9", "198.51.100.1", "203.0.113.9"],
  ["10.1.2.3", undefined, "10.1.2.3"],
  ["10.1.2.3", "198.51.100.1", "198.51.100.1"],
  ["::ffff:10.1.2.3", "198.51.100.1", "198.51.100.1"],
  ["10.1.2.3", "6.6.6.6, 198.51.100.1, 192.0.2.7", "198.51.100.1"],
  ["2001:db8::1", "2001:4860::8", "2001:4860::8"],
  ["10.1.2.3", "10.9.9.9", "10.9.9.9"],
  ["10.1.2.3", "not an address", "10.1.2.3"],
  ["10.1.2.3", "", "10.1.2.3"],
])("a socket of %s with X-Forwarded-For %j is %s", (remoteAddress, forwarded, expected) => {
  expect(getAddress({ socket: { remoteAddress }, headers: { "x-forwarded-for": forwarded } })).toBe(expected);
});

it("believes nobody when nobody is trusted", () => {
  const request = {
    socket: { remoteAddress: "127.0.0.1" },
    headers: { "x-forwarded-for": "6.6.6.6" },
  };
  expect(clientAddress([])(request)).toBe("127.0.0.1");
});
