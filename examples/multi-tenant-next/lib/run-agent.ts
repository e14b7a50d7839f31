import { getTools, handleToolCall } from "@codespar/openai";
import type { Session } from "@codespar/sdk";
import OpenAI from "openai";

// OPENAI_API_KEY says who; OPENAI_BASE_URL puts another endpoint in its place.
const openai = new OpenAI();

/** The agent loop: the model asks for tools until it has something to say. */
export async function runAgent(session: Session, message: string): Promise<string> {
  const tools = await getTools(session);
  const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: "user", content: message }];
  for (let turn = 0; turn < 10; turn += 1) {
    const completion = await openai.chat.completions.create({ model: "gpt-5.1", tools, messages });
    const response = completion.choices[0]?.message;
    if (response === undefined) break;
    messages.push(response);
    if (response.tool_calls === undefined) return response.content ?? "";
    messages.push(...(await Promise.all(response.tool_calls.map((call) => handleToolCall(session, call)))));
  }
  return "That took too many steps. Please ask for less at once.";
}
