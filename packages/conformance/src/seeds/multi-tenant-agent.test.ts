import { get as httpGet, type IncomingMessage } from "node:http";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Store } from "@codespar/backend";
import { withUsage } from "@codespar/backend/testing";
import { getTools, handleToolCall } from "@codespar/openai";
import { type SandboxServer, startSandboxServer } from "@codespar/sandbox/server";
import { CodeSpar, type Session } from "@codespar/sdk";
import OpenAI from "openai";
import { afterEach, describe, expect, it, vi } from "vitest";
import { pix } from "../calls.ts";
import { runSample } from "./run-sample.ts";
import { startScriptedOpenai } from "./scripted-openai.ts";
import { withoutModuleSyntax } from "./without-module-syntax.ts";

const factorySample = `import { CodeSpar } from "@codespar/sdk";
const codespar = new CodeSpar({ apiKey: process.env.CODESPAR_API_KEY! });
interface TenantConfig {
id: string;
servers: string[];
metadata: Record<string, string>;
}
export async function createTenantSession(tenant: TenantConfig) {
return codespar.sessions.create({
servers: tenant.servers,
metadata: {
tenant_id: tenant.id,
...tenant.metadata,
},
});
}`;

const routeSample = `import { createTenantSession } from "@/lib/commerce";
import { getTools, handleToolCall } from "@codespar/openai";
import OpenAI from "openai";
import { NextResponse } from "next/server";
const openai = new OpenAI();
// In production, fetch from DB
const TENANTS: Record<string, { servers: string[] }> = {
tenant_acme: { servers: ["stripe", "correios", "nuvem-fiscal"] },
tenant_loja: { servers: ["asaas", "melhor-envio", "z-api"] },
};
export async function POST(req: Request, { params }: { params: { tenantId: string } }) {
const tenant = TENANTS[params.tenantId];
if (!tenant) return NextResponse.json({ error: "Tenant not found" }, { status: 404 });
const { message } = await req.json();
const session = await createTenantSession({
id: params.tenantId,
servers: tenant.servers,
metadata: { source: "api" },
});
try {
const tools = await getTools(session);
// ... run agent loop with tools, return response ...
} finally {
await session.close();
}
}`;

const agentLoop = `const messages = [{ role: "user", content: message }];
for (;;) {
const completion = await openai.chat.completions.create({ model: "gpt-5.1", tools, messages });
const answer = completion.choices[0].message;
messages.push(answer);
if (!answer.tool_calls) return NextResponse.json({ reply: answer.content });
for (const call of answer.tool_calls) messages.push(await handleToolCall(session, call));
}`;

const billingSample = `// In your billing cron job
const response = await fetch("https://api.codespar.dev/v1/usage", {
headers: { Authorization: \`Bearer \${process.env.CODESPAR_API_KEY}\` },
});
const data = await response.json();
// Group by tenant_id metadata
const perTenant = data.tool_calls.reduce((acc, call) => {
const tenantId = call.metadata.tenant_id;
acc[tenantId] = (acc[tenantId] || 0) + 1;
return acc;
}, {});
// Bill each tenant based on usage
for (const [tenantId, callCount] of Object.entries(perTenant)) {
await billTenant(tenantId, callCount);
}`;

interface TenantConfig {
  id: string;
  servers: string[];
  metadata: Record<string, string>;
}
type CreateTenantSession = (tenant: TenantConfig) => Promise<Session>;
type Post = (request: Request, context: { params: { tenantId: string } }) => Promise<Response>;

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(options: Parameters<typeof startSandboxServer>[0] = {}) {
  const server = await startSandboxServer({
    port: 0,
    plan: "growth",
    now: "2026-04-15T10:30:00Z",
    seed: 1,
    rateLimit: false,
    ...options,
  });
  open.push(server);
  vi.stubEnv("CODESPAR_API_KEY", server.apiKey);
  vi.stubEnv("CODESPAR_BASE_URL", server.url);
  return { server, codespar: new CodeSpar({ maxRetries: 0 }) };
}

async function runFactory(): Promise<CreateTenantSession> {
  const ran = await runSample(withoutModuleSyntax(factorySample), { CodeSpar, process }, [
    "createTenantSession",
  ]);
  return ran.createTenantSession as CreateTenantSession; // the sample's own signature
}

/** The page's route, as printed, or with an agent loop where it leaves one out. */
async function runRoute(createTenantSession: CreateTenantSession, loop?: string): Promise<Post> {
  const printed = "// ... run agent loop with tools, return response ...";
  const given = { createTenantSession, getTools, handleToolCall, OpenAI, NextResponse: Response };
  const sample = withoutModuleSyntax(routeSample).replace(printed, loop ?? printed);
  const { POST } = await runSample(sample, given, ["POST"]);
  return POST as Post; // the sample's own signature
}

/** Runs the page's billing job and returns what it billed. */
async function runBilling(server: SandboxServer): Promise<Record<string, number>> {
  const billed: Record<string, number> = {};
  const billTenant = async (tenantId: string, callCount: number) => {
    billed[tenantId] = callCount;
  };
  const sample = billingSample.replace("https://api.codespar.dev", server.url);
  await runSample(sample, { fetch, process, billTenant });
  return billed;
}

const ask = (message: string) =>
  new Request("http://saas.example/api", { method: "POST", body: JSON.stringify({ message }) });

describe("Multi-Tenant Agent: its samples", () => {
  it("the session factory makes a session of the tenant's servers with tenant_id", async () => {
    await start();
    const createTenantSession = await runFactory();
    const session = await createTenantSession({
      id: "tenant_acme",
      servers: ["stripe", "correios"],
      metadata: { source: "api" },
    });
    expect(session.servers.map(({ id }) => id)).toEqual(["stripe", "correios"]);
    expect(session.metadata).toEqual({ tenant_id: "tenant_acme", source: "api" });
  });

  it("the API route as printed opens the tenant's session and closes it", async () => {
    const { codespar } = await start();
    vi.stubEnv("OPENAI_API_KEY", "none");
    const post = await runRoute(await runFactory());
    await post(ask("Charge R$ 50."), { params: { tenantId: "tenant_loja" } });
    const { data } = await codespar.sessions.list();
    expect(data).toMatchObject([
      { status: "closed", metadata: { tenant_id: "tenant_loja", source: "api" }, tool_calls: 0 },
    ]);
    const missing = await post(ask(""), { params: { tenantId: "tenant_nobody" } });
    expect([missing.status, await missing.json()]).toEqual([404, { error: "Tenant not found" }]);
    expect((await codespar.sessions.list()).data).toHaveLength(1);
  });

  it("the API route with an agent loop sells for each tenant by its own providers", async () => {
    const { server, codespar } = await start();
    const model = await startScriptedOpenai(pix);
    open.push(model);
    vi.stubEnv("OPENAI_API_KEY", "none");
    vi.stubEnv("OPENAI_BASE_URL", model.url);
    const post = await runRoute(await runFactory(), agentLoop);
    for (const tenantId of ["tenant_acme", "tenant_loja", "tenant_loja"]) {
      const result = await post(ask("Charge R$ 50."), { params: { tenantId } });
      expect(await result.json()).toEqual({ reply: expect.stringContaining("000201") });
    }
    const calls = await codespar.toolCalls.list();
    expect(
      calls.data.map(({ provider, metadata }) => [metadata.tenant_id, metadata.source, provider]),
    ).toEqual([
      ["tenant_loja", "api", "asaas"],
      ["tenant_loja", "api", "asaas"],
      ["tenant_acme", "api", "stripe"],
    ]);
    expect(await runBilling(server)).toEqual({ tenant_acme: 1, tenant_loja: 2 });
  });

  it("the billing job bills 50 tenants for 100,000 calls, from a response that is streamed", async () => {
    const pieces = { read: 0 };
    let inner: Store | undefined;
    let organisation = "";
    const { server, codespar } = await start({
      wrapStore(store) {
        inner = store;
        return {
          ...store,
          readUsage(id, period) {
            organisation = id;
            return store.readUsage(id, period);
          },
          listOperations(...rest) {
            pieces.read += 1;
            return store.listOperations(...rest);
          },
        };
      },
    });
    await codespar.usage.get();
    if (inner === undefined) throw new Error("The sandbox has no store.");
    await fill(inner, organisation, 100_000, 50);

    pieces.read = 0;
    const slow = await getSlowly(server);
    // an unread response waits in the store, not in memory
    for (let request = 0; request < 50; request += 1) await (await fetch(`${server.url}/health`)).text();
    expect(pieces.read).toBeLessThan(150);
    const { bytes, growth } = await drain(slow);
    expect(pieces.read).toBeGreaterThanOrEqual(200);
    // what goes by is 16 MB, what is held at a time a few pieces of it
    expect(bytes).toBeGreaterThan(10_000_000);
    expect(growth).toBeLessThan(4_000_000);

    const billed = await runBilling(server);
    expect(Object.keys(billed)).toHaveLength(50);
    expect(new Set(Object.values(billed))).toEqual(new Set([2000]));
    const { groups = [] } = await codespar.usage.get({ group_by: "tenant_id", tool_calls: false });
    expect(Object.fromEntries(groups.map(({ value, count }) => [value, count]))).toEqual(billed);
  }, 240_000);
});

/** Asks for usage and does not read what comes. */
function getSlowly({ url, apiKey }: SandboxServer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${apiKey}` };
    httpGet(`${url}/v1/usage`, { headers, agent: false }, (response) => resolve(response.pause())).on(
      "error",
      reject,
    );
  });
}

/** Reads a response to its end and keeps none of it. How much the heap has grown on the way, at most, in bytes. */
async function drain(response: IncomingMessage): Promise<{ bytes: number; growth: number }> {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = heap();
  let bytes = 0;
  let growth = 0;
  let sampled = 0;
  for await (const piece of response) {
    bytes += piece.length;
    if (bytes - sampled < 1_000_000) continue;
    sampled = bytes;
    growth = Math.max(growth, heap() - before);
  }
  return { bytes, growth };
}

/** Writes calls of April into a store, one after the other for each tenant in turn. */
async function fill(store: Store, organisation: string, count: number, tenants: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await store.beginOperation({
      operation: {
        id: `tc_0${String(index).padStart(11, "0")}`,
        organisation,
        sessionId: `ses_${index % tenants}`,
        key: `k-${index}`,
        fingerprint: "f",
        verb: "send",
        tool: "codespar_pay",
        server: "codespar",
        metadata: { tenant_id: `tenant_${index % tenants}`, source: "api" },
        userId: null,
        amount: null,
        currency: null,
        createdAt: Date.UTC(2026, 3, 1 + (index % 14)),
        period: "2026-04",
        arguments: "{}",
      },
      leaseUntil: Number.MAX_SAFE_INTEGER,
      quota: null,
      reservations: [],
      keysSince: 0,
    });
  }
}

describe("Multi-Tenant Agent: its sentences", () => {
  const tenants = ["tenant_acme", "tenant_loja"] as const;

  async function startTenants() {
    const started = await start();
    const createTenantSession = await runFactory();
    const sessions = await Promise.all([
      createTenantSession({ id: "tenant_acme", servers: ["stripe", "correios"], metadata: {} }),
      createTenantSession({ id: "tenant_loja", servers: ["asaas", "z-api"], metadata: {} }),
    ]);
    return { ...started, createTenantSession, sessions };
  }

  it("one API key serves every tenant; each call is logged and metered with its tenant_id", async () => {
    const { codespar, sessions } = await startTenants();
    for (const session of sessions) await session.execute(pix);
    const { tool_calls = [], groups = [] } = await codespar.usage.get({ group_by: "tenant_id" });
    expect(tool_calls.map(({ metadata }) => metadata.tenant_id).sort()).toEqual([...tenants]);
    expect(groups.map(({ value, count }) => [value, count]).sort()).toEqual([
      ["tenant_acme", 1],
      ["tenant_loja", 1],
    ]);
    for (const tenant_id of tenants) {
      const { data } = await codespar.toolCalls.list({ metadata: { tenant_id } });
      expect(data).toMatchObject([{ metadata: { tenant_id }, tool: "codespar_pay" }]);
      const events = (await codespar.events.list()).data.filter(
        ({ metadata }) => metadata.tenant_id === tenant_id,
      );
      expect(events.length).toBeGreaterThan(0);
    }
  });

  it("a session reaches only the servers that it was made with: the runtime blocks the rest", async () => {
    const { sessions } = await startTenants();
    const [acme, loja] = sessions;
    const native = (session: Session, name: string) => session.execute({ name, arguments: {} });
    await expect(native(acme, "asaas_create_payment")).rejects.toMatchObject({
      code: "server_not_in_session",
      status: 403,
      server: "asaas",
      servers: ["stripe", "correios"],
    });
    await expect(native(loja, "stripe_create_payment_intent")).rejects.toMatchObject({
      code: "server_not_in_session",
      servers: ["asaas", "z-api"],
    });
    await expect(
      acme.execute({ ...pix, arguments: { ...pix.arguments, provider: "asaas" } }),
    ).rejects.toMatchObject({ code: "server_not_in_session" });
    expect((await acme.connections()).data.map(({ id }) => id)).toEqual(["stripe", "correios"]);
  });

  it("tenants have credentials of their own, and no session shows any of them", async () => {
    const { server, codespar, createTenantSession } = await startTenants();
    for (const tenant_id of tenants) {
      await codespar.connections.create({
        server_id: "asaas",
        tenant_id,
        credentials: { api_key: `secret_of_${tenant_id}` },
      });
    }
    const seen: unknown[] = [];
    for (const id of tenants) {
      const session = await createTenantSession({ id, servers: ["asaas"], metadata: {} });
      seen.push(session, await session.connections(), await session.tools(), await session.execute(pix));
    }
    const accounts = server.sandbox.calls.filter(({ effect }) => effect).map(({ account }) => account);
    expect(new Set(accounts).size).toBe(2);
    expect(JSON.stringify([seen, (await codespar.connections.list()).data])).not.toContain("secret_of");
  });

  it("a live key is not for the sandbox, nor the other way round", async () => {
    await start();
    const live = new CodeSpar({ apiKey: "csk_live_of_the_saas", maxRetries: 0 });
    await expect(live.sessions.list()).rejects.toMatchObject({ code: "unauthorized" });
  });

  it("the quota is the organisation's: one tenant can use it up, so cap it upstream", async () => {
    const { server } = await start({
      plan: "hobby",
      wrapStore: (store) => withUsage(store, "2026-04", 19_999),
    });
    const createTenantSession = await runFactory();
    const [acme, loja] = await Promise.all(
      tenants.map((id) => createTenantSession({ id, servers: ["asaas"], metadata: {} })),
    );
    expect(await acme?.execute(pix)).toMatchObject({ success: true });
    await expect(loja?.execute(pix)).rejects.toMatchObject({ code: "quota_exceeded", used: 20_000 });
    expect(server.sandbox.calls.filter(({ effect }) => effect)).toHaveLength(1);
  });
});
