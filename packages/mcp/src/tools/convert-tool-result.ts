import type { ToolCallOutcome } from "@codespar/sdk/agent";
import type { CallToolResult } from "@modelcontextprotocol/server";
import { findPictures } from "./find-pictures.ts";

/**
 * The result for a response: its text, and for a success the same as structured content. Whatever is no success has to
 * be marked as an error, also a call that waits for a person, because anything else must fit the tool's output schema;
 * its `status` and `next` say which it is. Pictures, such as a Pix QR code, are blocks of their own, which a client shows.
 */
export function convertToolResult(response: ToolCallOutcome): CallToolResult {
  const text = { type: "text" as const, text: response.text };
  if (!response.ok) return { content: [text], isError: true };
  const content = [text, ...findPictures(response.result.data)];
  const data: unknown = JSON.parse(response.text);
  const isObject = typeof data === "object" && data !== null && !Array.isArray(data);
  const { tool_call_id, provider, replayed } = response.result;
  return {
    content,
    // a JSON object, by the line above
    ...(isObject ? { structuredContent: data as Record<string, unknown> } : {}),
    _meta: {
      "dev.codespar/tool-call-id": tool_call_id,
      "dev.codespar/provider": provider,
      "dev.codespar/replayed": replayed,
    },
  };
}
