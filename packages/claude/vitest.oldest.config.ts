import { onOldest } from "../../vitest.oldest.ts";

export default onOldest({ "@anthropic-ai/sdk": "anthropic-sdk-oldest" });
