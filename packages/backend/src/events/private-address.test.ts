import { expect, it } from "vitest";
import { isLoopback, isPrivateAddress } from "./private-address.ts";

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

it("knows this machine", () => {
  expect(["localhost", "127.0.0.1", "127.9.9.9", "[::1]"].every(isLoopback)).toBe(true);
  expect(["localhost.example.com", "128.0.0.1", "10.0.0.1"].some(isLoopback)).toBe(false);
});
