import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

// The very settings that Claude Desktop reads; without CODESPAR_API_KEY the server is a sandbox.
const settings = JSON.parse(await readFile(new URL("claude_desktop_config.json", import.meta.url), "utf8"));
const [, , ...flags] = settings.mcpServers.codespar.args;

// Instead of `npx -y @codespar/mcp`, the server of this repository, from source.
const bin = fileURLToPath(new URL("../../packages/mcp/src/bin.ts", import.meta.url));
const transport = new StdioClientTransport({
  command: process.execPath,
  args: ["--conditions=@codespar/source", bin, ...flags],
  env: { PATH: process.env.PATH ?? "", CODESPAR_API_KEY: process.env.CODESPAR_API_KEY ?? "" },
});
const client = new Client({ name: "desktop", version: "1.0.0" });
await client.connect(transport);

const { tools } = await client.listTools();
for (const { name, annotations } of tools) console.log(name, annotations);

const paid = await client.callTool(
  { name: "codespar_pay", arguments: { method: "pix", amount: 1250, currency: "BRL" } },
  { onprogress: ({ message }) => console.log(message) },
);
const { pix } = Object(paid.structuredContent);
console.log(pix.qr_code);

const sent = await client.callTool({
  name: "codespar_notify",
  arguments: { channel: "whatsapp", to: "+5511987654321", message: `Your coffee: ${pix.qr_code}` },
});
await client.close();

assert.equal(tools.length, 6);
assert.ok(!paid.isError && !sent.isError);
