import { networkInterfaces } from "node:os";
import { afterEach, expect, it } from "vitest";
import { apiClient } from "../pages/testing/api-client.ts";
import { type SandboxServer, startSandboxServer } from "../server.ts";
import { reachableUrl } from "./reachable-url.ts";

let server: SandboxServer | undefined;

afterEach(() => server?.close());

const lan = {
  family: "IPv4",
  address: "192.168.0.7",
  internal: false,
  netmask: "255.255.255.0",
  mac: "00:00:00:00:00:01",
  cidr: null,
} as const;
const loopback = { ...lan, address: "127.0.0.1", internal: true };

it("is this machine's address in its network where a server listens everywhere", () => {
  expect(reachableUrl("http://0.0.0.0:4010", () => ({ lo: [loopback], eth0: [lan] }))).toBe(
    "http://192.168.0.7:4010",
  );
  expect(reachableUrl("http://[::]:4010", () => ({ eth0: [lan] }))).toBe("http://192.168.0.7:4010");
  expect(reachableUrl("http://0.0.0.0:4010", () => ({ lo: [loopback] }))).toBe("http://127.0.0.1:4010");
  expect(reachableUrl("http://127.0.0.1:4010", () => ({ eth0: [lan] }))).toBe("http://127.0.0.1:4010");
});

it("opens the pages of a sandbox that listens everywhere", async () => {
  server = await startSandboxServer({ port: 0, hostname: "0.0.0.0" });
  const { url } = await apiClient(server.sandbox, server.apiKey).execute(["stripe"], "codespar_checkout", {
    currency: "BRL",
    amount: 15_990,
  });
  expect(new URL(String(url)).hostname).not.toBe("0.0.0.0");
  const isAlone = Object.values(networkInterfaces()).every((list = []) =>
    list.every(({ internal }) => internal),
  );
  if (isAlone) expect(new URL(String(url)).hostname).toBe("127.0.0.1");
  expect((await fetch(String(url))).status).toBe(200);
});

it("is what it is told", async () => {
  server = await startSandboxServer({ port: 0, publicUrl: "https://tunnel.example" });
  const { url } = await apiClient(server.sandbox, server.apiKey).execute(["stripe"], "codespar_checkout", {
    currency: "BRL",
    amount: 15_990,
  });
  expect(String(url)).toMatch(/^https:\/\/tunnel\.example\/pages\/checkouts\//);
});
