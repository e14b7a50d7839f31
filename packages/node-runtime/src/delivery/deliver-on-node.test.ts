import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ResolveName } from "@codespar/backend";
import { expect, it, onTestFinished } from "vitest";
import { deliverOnNode } from "./deliver-on-node.ts";

/** A resolver with a response for each time that it is asked. */
function resolver(...responses: string[][]) {
  const asked: string[] = [];
  const resolveName: ResolveName = (hostname, _options, callback) => {
    const addresses = responses[asked.push(hostname) - 1] ?? [];
    const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    queueMicrotask(() => callback(null, found));
  };
  return { asked, resolveName };
}

/** Counts who comes in on this machine. */
async function startTrap() {
  let visits = 0;
  const server = createServer((_request, response) => {
    visits += 1;
    response.end();
  }).listen(0);
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return { port, visits: () => visits };
}

const post = (url: string, resolveName?: ResolveName) =>
  deliverOnNode({ url, headers: {}, body: "{}", signal: new AbortController().signal }, resolveName);

it.each([
  [["127.0.0.1"]],
  [["::1"]],
  [["::ffff:127.0.0.1"]],
  [["::ffff:7f00:1"]],
  [["10.0.0.8", "192.168.1.1"]],
  [["169.254.169.254"]],
])("connects to no name that stands for %j", async (addresses) => {
  const trap = await startTrap();
  const { resolveName } = resolver(addresses);
  await expect(post(`http://hooks.example:${trap.port}/`, resolveName)).rejects.toThrow(
    "hooks.example stands for a private address, where no webhook is sent.",
  );
  expect(trap.visits()).toBe(0);
});

it("asks once and connects to what it was told, so that a name cannot become another's meanwhile", async () => {
  const trap = await startTrap();
  // an address that is reserved, and this machine for a second query
  const { asked, resolveName } = resolver(["240.0.0.1", "127.0.0.1"], ["127.0.0.1"]);
  await expect(post(`http://rebound.example:${trap.port}/`, resolveName)).rejects.toThrow("private address");
  expect(asked).toEqual(["rebound.example"]);
  expect(trap.visits()).toBe(0);
});

it("reaches the machine around a container by the name that Docker gives it", async () => {
  const trap = await startTrap();
  const { resolveName } = resolver(["127.0.0.1"]);
  expect(await post(`http://host.docker.internal:${trap.port}/`, resolveName)).toEqual({ status: 200 });
  expect(trap.visits()).toBe(1);
});

it("fails where the receiver changes to another protocol instead of responding", async () => {
  const switching = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
  const server = createServer((_request, response) => response.socket?.end(switching)).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // it listens on TCP
  await expect(post(`http://127.0.0.1:${port}/`)).rejects.toThrow("without a response");
});

it("returns a redirect's own status and goes nowhere", async () => {
  const trap = await startTrap();
  const server = createServer((_request, response) =>
    response.writeHead(307, { location: `http://127.0.0.1:${trap.port}/` }).end(),
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // it listens on TCP
  expect(await post(`http://127.0.0.1:${port}/`)).toEqual({ status: 307 });
  expect(trap.visits()).toBe(0);
});
