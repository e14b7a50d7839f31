import { onOldest } from "../../vitest.oldest.ts";

export default onOldest({ ai: "ai-oldest" });
