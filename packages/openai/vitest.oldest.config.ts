import { onOldest } from "../../vitest.oldest.ts";

export default onOldest({ openai: "openai-oldest", "@openai/agents": "openai-agents-oldest" });
