import { createSandbox } from "@codespar/sandbox";
import { ApprovalRequiredError, CodeSpar } from "@codespar/sdk";
import type { AgentSession, ApprovalRequest } from "@codespar/sdk/agent";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import { describe, expect, it } from "vitest";
import { createMcpHandler } from "./create-mcp-handler.ts";
import { createMcpServer } from "./create-mcp-server.ts";

const pay = { name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } };

type Answer = { action: "accept"; content: { approve: boolean } } | { action: "decline" };

/** A session whose calls wait for an approval until it is given. */
async function heldBack() {
  const codespar = new CodeSpar({ apiKey: "csk_test_mcp", transport: createSandbox().transport });
  const session = await codespar.sessions.create({ preset: "brazilian" });
  const approved = new Set<string>();
  const keys: (string | undefined)[] = [];
  const execute = session.execute.bind(session);
  const held: AgentSession = Object.assign(session, {
    execute: ((call, options) => {
      keys.push(options?.idempotencyKey);
      if (approved.has("apr_1")) return execute(call, options);
      throw new ApprovalRequiredError({
        code: "approval_required",
        message: "A person has to approve codespar_pay first (approval apr_1).",
        status: 409,
        fields: { approval_id: "apr_1", expires_at: "2026-03-02T13:00:00Z" },
      });
    }) as typeof session.execute,
  });
  const approve = ({ approval_id }: ApprovalRequest) => approved.add(approval_id);
  return { held, approve, keys };
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

async function connect(era: "legacy" | "modern", answer: Answer | undefined) {
  const { held, approve, keys } = await heldBack();
  const { client, asked } = newClient(era, answer);
  if (era === "legacy") {
    const [ours, theirs] = InMemoryTransport.createLinkedPair();
    await createMcpServer(held, { approve }).connect(theirs);
    await client.connect(ours);
  } else {
    const handler = createMcpHandler(held, { approve });
    const url = new URL("http://localhost/mcp");
    const fetch = (input: string | URL | Request, init?: RequestInit) => {
      const headers = new Headers(init?.headers);
      headers.set("host", "localhost");
      return handler.fetch(new Request(input, { ...init, headers }));
    };
    await client.connect(new StreamableHTTPClientTransport(url, { fetch }));
  }
  return { client, asked, keys };
}

describe.each(["legacy", "modern"] as const)("a call that a person has to approve, %s era", (era) => {
  it("is put to the person and made under its own key once approved", async () => {
    const { client, asked, keys } = await connect(era, { action: "accept", content: { approve: true } });
    const result = await client.callTool(pay);
    expect(result).toMatchObject({ structuredContent: { status: "pending" } });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/apr_1.*codespar_pay \{"method":"pix","amount":5000/s);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
  });

  it.each<Answer>([{ action: "decline" }, { action: "accept", content: { approve: false } }])(
    "is not made when the person answers %j",
    async (answer) => {
      const { client, keys } = await connect(era, answer);
      const result = await client.callTool(pay);
      expect(result.isError).toBe(true);
      expect(JSON.stringify(result.content)).toContain("approval_declined");
      expect(keys).toHaveLength(1);
    },
  );

  it("is left to the model's words where the client cannot ask", async () => {
    const { client } = await connect(era, undefined);
    const result = await client.callTool(pay);
    expect(JSON.stringify(result.content)).toContain("approval_required");
    expect(JSON.stringify(result.content)).toContain("Ask your person");
  });
});
