import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import type { ApprovalRequest } from "@codespar/sdk/agent";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import { describe, expect, it } from "vitest";
import { createMcpServer } from "../create-mcp-server.ts";
import { createMcpHandler } from "../http/create-mcp-handler.ts";

const pay = { name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } };

type Answer = { action: "accept"; content: { approve: boolean } } | { action: "decline" };

/** A session whose policy holds payments back, on a backend that knows about it. */
async function heldBack() {
  const sandbox = createSandbox({ seed: 1, now: "2026-03-02T12:00:00Z" });
  const codespar = new CodeSpar({ apiKey: "csk_test_mcp", transport: sandbox.transport, maxRetries: 0 });
  const session = await codespar.sessions.create({
    preset: "brazilian",
    policy: { require_approval: { above: { BRL: 1000 } } },
  });
  const approve = ({ approval_id }: Pick<ApprovalRequest, "approval_id">) =>
    codespar.approvals.approve(approval_id, { by: "the person at the client" });
  const effects = () => sandbox.calls.filter(({ effect }) => effect).length;
  const approvals = async () => (await codespar.approvals.list()).data;
  return { session, approve, effects, approvals };
}

function newClient(era: string, answer: Answer | undefined) {
  const asked: string[] = [];
  const client = new Client(
    { name: "test", version: "1" },
    {
      capabilities: answer === undefined ? {} : { elicitation: { form: {} } },
      versionNegotiation: { mode: era === "legacy" ? "legacy" : { pin: "2026-07-28" } },
    },
  );
  if (answer !== undefined) {
    client.setRequestHandler("elicitation/create", async ({ params }) => {
      asked.push(params.message);
      return answer;
    });
  }
  return { client, asked };
}

interface Params {
  name: string;
  arguments: { amount: number };
  inputResponses?: unknown;
  requestState?: string | undefined;
  _meta: Record<string, unknown>;
}

/** What a client changes of its request on the way, by mistake or on purpose. */
type Spoil = (params: Params) => Partial<Params> | undefined;

async function connect(era: "legacy" | "modern", answer: Answer | undefined, spoil: Spoil = () => undefined) {
  const { session, approve, ...world } = await heldBack();
  const { client, asked } = newClient(era, answer);
  if (era === "legacy") {
    const [ours, theirs] = InMemoryTransport.createLinkedPair();
    await createMcpServer(session, { approve }).connect(theirs);
    await client.connect(ours);
  } else {
    const handler = createMcpHandler(session, { approve });
    const url = new URL("http://localhost/mcp");
    const fetch = (input: string | URL | Request, init?: RequestInit) => {
      const headers = new Headers(init?.headers);
      headers.set("host", "localhost");
      const body = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
      if (body?.method === "tools/call") Object.assign(body.params, spoil(body.params));
      return handler.fetch(
        new Request(input, { ...init, headers, ...(body && { body: JSON.stringify(body) }) }),
      );
    };
    await client.connect(new StreamableHTTPClientTransport(url, { fetch }));
  }
  return { client, asked, ...world };
}

describe.each(["legacy", "modern"] as const)("a call that a person has to approve, %s era", (era) => {
  it("is put to the person and, once approved, made once under the key that was approved", async () => {
    const { client, asked, effects, approvals } = await connect(era, {
      action: "accept",
      content: { approve: true },
    });
    const result = await client.callTool(pay);
    expect(result).toMatchObject({ structuredContent: { status: "pending", amount: 5000 } });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/codespar_pay \{"method":"pix","amount":5000/);
    expect(effects()).toBe(1);
    expect(await approvals()).toMatchObject([{ status: "used", decided_by: "the person at the client" }]);
    expect(asked[0]).toContain((await approvals())[0]?.id);
  });

  it("is asked for again with every call", async () => {
    const { client, asked, effects, approvals } = await connect(era, {
      action: "accept",
      content: { approve: true },
    });
    await client.callTool(pay);
    await client.callTool(pay);
    expect(asked).toHaveLength(2);
    expect(effects()).toBe(2);
    expect((await approvals()).map(({ status }) => status)).toEqual(["used", "used"]);
  });

  it.each<Answer>([{ action: "decline" }, { action: "accept", content: { approve: false } }])(
    "is not made when the person answers %j",
    async (answer) => {
      const { client, effects, approvals } = await connect(era, answer);
      const result = await client.callTool(pay);
      expect(result.isError).toBe(true);
      expect(JSON.stringify(result.content)).toContain("approval_declined");
      expect(effects()).toBe(0);
      expect(await approvals()).toMatchObject([{ status: "pending" }]);
    },
  );

  it("is left to the model's words where the client cannot ask", async () => {
    const { client, effects } = await connect(era, undefined);
    const result = await client.callTool(pay);
    expect(JSON.stringify(result.content)).toContain("approval_required");
    expect(JSON.stringify(result.content)).toContain("Ask your person");
    expect(effects()).toBe(0);
  });
});

// findings/outside.md, 4
describe("over HTTP in the older era, where each request stands alone", () => {
  it("nobody is asked at the client: the model learns which approval its person has to give, and the call is then made once", async () => {
    const { session, effects, approvals, approve } = await heldBack();
    const { client, asked } = newClient("legacy", { action: "accept", content: { approve: true } });
    const handler = createMcpHandler(session, { approve });
    const fetch = (input: string | URL | Request, init?: RequestInit) => {
      const headers = new Headers(init?.headers);
      headers.set("host", "localhost");
      return handler.fetch(new Request(input, { ...init, headers }));
    };
    await client.connect(new StreamableHTTPClientTransport(new URL("http://localhost/mcp"), { fetch }));
    const keyed = { ...pay, _meta: { "dev.codespar/idempotency-key": "order-77" } };
    const held = await client.callTool(keyed);
    const [approval] = await approvals();
    expect(held.isError).toBe(true);
    expect(JSON.stringify(held.content)).toContain(approval?.id);
    expect(asked).toEqual([]);
    expect(effects()).toBe(0);
    await approve({ approval_id: approval?.id ?? "" });
    const [made, again] = [await client.callTool(keyed), await client.callTool(keyed)];
    expect(made).toMatchObject({ structuredContent: { status: "pending", amount: 5000 } });
    expect(again.structuredContent).toEqual(made.structuredContent);
    expect(effects()).toBe(1);
  });
});

const yes: Answer = { action: "accept", content: { approve: true } };

// Protocol 2026-07-28, multi-round-trip requests: state that influences authorisation is integrity-protected, and what fails
// the check is refused as invalid parameters (findings/attack.md, 3; findings/outside.md, 5).
describe("an answer that is not that of the question", () => {
  const refused = { code: -32602 };

  const clientInfo = "io.modelcontextprotocol/clientInfo";
  const capabilities = "io.modelcontextprotocol/clientCapabilities";

  it.each<[string, Spoil]>([
    ["other arguments", ({ arguments: args }) => ({ arguments: { ...args, amount: 9900 } })],
    ["no state", () => ({ requestState: undefined })],
    ["an empty state", () => ({ requestState: "" })],
    ["a state of its own making", () => ({ requestState: "apr_1 key" })],
    ["a state that was changed", ({ requestState }) => ({ requestState: `${requestState}A` })],
    [
      "another payload in the state",
      ({ requestState }) => {
        const [version, body = "", mac] = requestState?.split(".") ?? [];
        const payload = JSON.parse(Buffer.from(body, "base64url").toString());
        const changed = Buffer.from(JSON.stringify({ ...payload, p: "other" })).toString("base64url");
        return { requestState: `${version}.${changed}.${mac}` };
      },
    ],
    [
      "another client's name",
      ({ _meta }) => ({ _meta: { ..._meta, [clientInfo]: { name: "x", version: "1" } } }),
    ],
    ["no elicitation", ({ _meta }) => ({ _meta: { ..._meta, [capabilities]: {} } })],
  ])("is refused: %s", async (_, spoil) => {
    const { client, effects, approvals } = await connect("modern", yes, (params) =>
      params.inputResponses === undefined ? undefined : spoil(params),
    );
    await expect(client.callTool(pay)).rejects.toMatchObject(refused);
    expect(effects()).toBe(0);
    expect(await approvals()).toMatchObject([{ status: "pending" }]);
  });

  it("is refused a second time: an answer counts once", async () => {
    let state: string | undefined;
    const { client, effects } = await connect("modern", yes, (params) => {
      state ??= params.requestState;
      return params.inputResponses === undefined ? undefined : { requestState: state };
    });
    expect((await client.callTool(pay)).isError).toBeUndefined();
    await expect(client.callTool(pay)).rejects.toMatchObject(refused);
    expect(effects()).toBe(1);
  });

  it("is refused where it comes from a client that was never asked and puts the state together itself", async () => {
    const { client, effects, approvals } = await connect("modern", undefined, ({ _meta }) =>
      held === undefined
        ? undefined
        : {
            inputResponses: { approval: { action: "accept", content: { approve: true } } },
            requestState: `${held} my-own-key`,
            _meta: {
              ..._meta,
              "dev.codespar/idempotency-key": "my-own-key",
              [capabilities]: { elicitation: { form: {} } },
            },
          },
    );
    let held: string | undefined;
    await client.callTool(pay);
    held = (await approvals())[0]?.id;
    expect(held).toMatch(/^apr_/);
    await expect(client.callTool(pay)).rejects.toMatchObject(refused);
    expect(effects()).toBe(0);
  });

  it("is refused by a server that did not put the question", async () => {
    let taken: string | undefined;
    const first = await connect("modern", yes, ({ requestState }) => {
      taken ??= requestState;
      return undefined;
    });
    await first.client.callTool(pay);
    expect(taken).toMatch(/^v1\./);
    const other = await connect("modern", yes, ({ inputResponses }) =>
      inputResponses === undefined ? undefined : { requestState: taken },
    );
    await expect(other.client.callTool(pay)).rejects.toMatchObject(refused);
    expect(other.effects()).toBe(0);
  });
});
