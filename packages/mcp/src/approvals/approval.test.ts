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
  const approve = ({ approval_id }: ApprovalRequest) =>
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

/** Changes a request on its way, as a client with a mistake would. */
type Spoil = (params: {
  arguments: { amount: number };
  inputResponses?: unknown;
  requestState?: string;
}) => void;

async function connect(era: "legacy" | "modern", answer: Answer | undefined, spoil: Spoil = () => {}) {
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
      if (body?.method === "tools/call") spoil(body.params);
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

  it("is asked for anew with every call", async () => {
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

describe("a client that changes what was approved", () => {
  const yes: Answer = { action: "accept", content: { approve: true } };

  it("asks again for other arguments", async () => {
    const { client, asked, effects, approvals } = await connect("modern", yes, (params) => {
      if (params.inputResponses !== undefined) params.arguments.amount = 9900;
    });
    const result = await client.callTool(pay);
    expect(result).toMatchObject({ structuredContent: { amount: 9900 } });
    expect(asked.map((text) => /"amount":(\d+)/.exec(text)?.[1])).toEqual(["5000", "9900"]);
    expect(effects()).toBe(1);
    expect((await approvals()).map(({ amount, status }) => [amount, status])).toEqual([
      [9900, "used"],
      [5000, "pending"],
    ]);
  });

  it.each(["", "nonsense", "apr_1 key"])(
    "asks again when the state of the round became %j",
    async (state) => {
      let rounds = 0;
      const { client, asked, effects } = await connect("modern", yes, (params) => {
        if (params.inputResponses !== undefined && rounds++ === 0) params.requestState = state;
      });
      await client.callTool(pay);
      expect(asked).toHaveLength(2);
      expect(effects()).toBe(1);
    },
  );
});
