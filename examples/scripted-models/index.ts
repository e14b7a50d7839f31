export { question } from "./coffee-sale.ts";
export { scriptedChatCompletions } from "./scripted-chat-completions.ts";
export { scriptedGemini } from "./scripted-gemini.ts";
export { serveChatCompletions } from "./serve-chat-completions.ts";
