export const help = `CodeSpar as an MCP server.

  npx -y @codespar/mcp                     over stdio, for an MCP client to start
  npx -y @codespar/mcp --http              streamable HTTP on http://127.0.0.1:4020/mcp
  npx -y @codespar/mcp config <client>     what to put into a client's settings; --write puts it there

Settings (each flag wins over its variable):
  CODESPAR_API_KEY                         csk_live_… or csk_test_…; without one, the embedded sandbox
  --servers stripe,asaas  CODESPAR_SERVERS   what the session may use; --server may be repeated
  --preset brazilian      CODESPAR_PRESET    the same by a preset                [all]
  --metadata k=v          CODESPAR_METADATA  on every call; may be repeated
  --tools all             CODESPAR_TOOLS     native tools too, or names          [the six meta-tools]
  --policy file.json      CODESPAR_POLICY    limits and approvals of the session
  --require-approval BRL=50000  CODESPAR_REQUIRE_APPROVAL  ask a person above R$ 500.00; may be repeated
  --base-url URL          CODESPAR_BASE_URL  another API than the key's own

HTTP:
  --host 127.0.0.1  --port 4020            off loopback, CODESPAR_MCP_BEARER_KEY is required
  --allowed-host shop.example              names under which it is reached; may be repeated
  --allowed-origin app.example             pages that may call it; may be repeated

Clients: claude-desktop, claude-code, cursor, vscode, windsurf
`;
