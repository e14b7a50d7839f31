import { createMcpHandler } from "@codespar/mcp";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { describe, expect, it } from "vitest";
import { countEffects, openAdapterWorld } from "./adapter-world.ts";
import { failureCases, type ScriptedCall } from "./failure-cases.ts";

const eras = ["legacy", "modern"] as const;

/** The official client on a handler in this process. */
async function connect(session: Parameters<typeof createMcpHandler>[0], era: (typeof eras)[number]) {
  const handler = createMcpHandler(session);
  const fetch = (input: string | URL | Request, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    headers.set("host", "localhost");
    return handler.fetch(new Request(input, { ...init, headers }));
  };
  const mode = era === "legacy" ? "legacy" : { pin: "2026-07-28" };
  const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode } });
  await client.connect(new StreamableHTTPClientTransport(new URL("http://localhost/mcp"), { fetch }));
  return client;
}

describe.each(eras)("@codespar/mcp, %s era", (era) => {
  it.each(failureCases.filter(({ notFor }) => notFor?.mcp === undefined))(
    "answers $name",
    async ({ name, options, prepare, call, expected, effects = 0 }) => {
      const world = await openAdapterWorld(options);
      const client = await connect(world.session, era);
      // Hosts list before they call; from then on only calls are spoilt.
      await client.listTools();
      await prepare?.(world);
      const answer = make(client, call);

      if (name === "a tool that does not exist") {
        // The protocol has an error of its own for it, which carries the failure.
        await expect(answer).rejects.toMatchObject({ code: -32602, data: expected });
      } else {
        const { content, isError } = await answer;
        // Even a call that waits for a person: anything else would have to fit the tool's output schema.
        expect(isError).toBe(true);
        const [part] = content;
        const told = "throws" in expected ? { code: expected.throws, retryable: false } : expected;
        expect(JSON.parse(part?.type === "text" ? part.text : "")).toMatchObject(told);
      }
      expect(countEffects(world)).toBe(effects);
    },
  );
});

async function make(client: Client, { name, arguments: text }: ScriptedCall) {
  if (text === "") return client.callTool({ name });
  return client.callTool({ name, arguments: JSON.parse(text) });
}
