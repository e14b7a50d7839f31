import { createSandbox } from "@codespar/sandbox";
import { CodeSpar, type Session } from "@codespar/sdk";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import { describe, expect, it } from "vitest";
import { createMcpServer } from "../create-mcp-server.ts";
import { createMcpHandler } from "../http/create-mcp-handler.ts";
import { renewingSessions } from "./renewing-sessions.ts";

const pay = (amount: number) => ({
  name: "codespar_pay",
  arguments: { method: "pix", amount, currency: "BRL" },
});

/** Sessions that differ in their servers, one after the other. */
function openSessions(...serversOf: string[][]) {
  const sandbox = createSandbox({ seed: 1, now: "2026-03-02T12:00:00Z" });
  const codespar = new CodeSpar({ apiKey: "csk_test_mcp", transport: sandbox.transport, maxRetries: 0 });
  const opened: Session[] = [];
  const source = renewingSessions(async () => {
    const servers = serversOf[Math.min(opened.length, serversOf.length - 1)] ?? [];
    const session = await codespar.sessions.create({ servers });
    opened.push(session);
    return session;
  });
  return { sandbox, source, opened };
}

function promised<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((onResolve) => {
    resolve = onResolve;
  });
  return { promise, resolve };
}

function watchList() {
  const changed = promised<string[]>();
  const onChanged = (_: unknown, tools: readonly { name: string }[] | null) =>
    changed.resolve((tools ?? []).map(({ name }) => name));
  return { changed: changed.promise, listChanged: { tools: { onChanged } } };
}

describe("a session under a long-lived client", () => {
  it("tells the client when the next session has other tools, legacy era", async () => {
    const { source, opened } = openSessions(["asaas"], ["mercadopago"]);
    const { changed, listChanged } = watchList();
    const client = new Client({ name: "test", version: "1" }, { listChanged });
    const [ours, theirs] = InMemoryTransport.createLinkedPair();
    await createMcpServer(source, { tools: "all" }).connect(theirs);
    await client.connect(ours);
    await client.listTools();
    await opened[0]?.close();
    await client.callTool(pay(1000));
    expect(await changed).toContain("mercadopago_create_payment");
  });

  it("tells the client when the next session has other tools, modern era", async () => {
    const { source, opened } = openSessions(["asaas"], ["mercadopago"]);
    const { changed, listChanged } = watchList();
    const client = new Client(
      { name: "test", version: "1" },
      { listChanged, versionNegotiation: { mode: { pin: "2026-07-28" } } },
    );
    const handler = createMcpHandler(source, { tools: "all" });
    const fetch = (input: string | URL | Request, init?: RequestInit) => {
      const headers = new Headers(init?.headers);
      headers.set("host", "localhost");
      return handler.fetch(new Request(input, { ...init, headers }));
    };
    await client.connect(new StreamableHTTPClientTransport(new URL("http://localhost/mcp"), { fetch }));
    await client.listTools();
    await opened[0]?.close();
    await client.callTool(pay(1000));
    expect(await changed).toContain("mercadopago_create_payment");
    await client.close();
    await handler.close();
  });

  it("lets open calls finish on the session that they began with", async () => {
    const { source, opened, sandbox } = openSessions(["asaas"]);
    const client = new Client({ name: "test", version: "1" });
    const [ours, theirs] = InMemoryTransport.createLinkedPair();
    await createMcpServer(source).connect(theirs);
    await client.connect(ours);
    await client.listTools();
    sandbox.faults.set("asaas", { slowMs: 150, times: 1 });
    const started = promised<void>();
    const slow = client.callTool(pay(1000), {
      onprogress: ({ progress }) => progress === 2 && started.resolve(),
    });
    await started.promise;
    await opened[0]?.close();
    const quick = await client.callTool(pay(2000));
    expect(quick).toMatchObject({ structuredContent: { amount: 2000 } });
    expect(opened).toHaveLength(2);
    expect(await slow).toMatchObject({ structuredContent: { amount: 1000 } });
  });

  it("tries again after a session could not be opened", async () => {
    const { source, opened } = openSessions(["asaas"]);
    let attempts = 0;
    const flaky = renewingSessions(async () => {
      attempts += 1;
      if (attempts === 1) throw new Error("the network is down");
      return source.current();
    });
    await expect(flaky.current()).rejects.toThrow("the network is down");
    expect((await flaky.current()).id).toBe(opened[0]?.id);
  });
});
