import type { Channel } from "./channel.ts";
import { claudeChannels } from "./claude.ts";
import { mcpChannels } from "./mcp.ts";
import { openaiChannels } from "./openai.ts";
import { openaiAgentsChannels } from "./openai-agents.ts";
import { vercelChannels } from "./vercel.ts";

/** Every way from a model to a session that the adapters have. */
export const channels: readonly Channel[] = [
  ...claudeChannels,
  ...openaiChannels,
  ...openaiAgentsChannels,
  ...vercelChannels,
  ...mcpChannels,
];
