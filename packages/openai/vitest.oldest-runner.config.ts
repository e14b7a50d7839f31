import { onOldest } from "../../vitest.oldest.ts";

// The first version with `ResponsesToolRunner`.
export default onOldest({ openai: "openai-runner-oldest" });
