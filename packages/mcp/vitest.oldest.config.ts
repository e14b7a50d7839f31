import { onOldest } from "../../vitest.oldest.ts";

export default onOldest({
  "@modelcontextprotocol/server": "mcp-server-oldest",
  "@modelcontextprotocol/client": "mcp-client-oldest",
});
