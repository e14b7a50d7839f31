/**
 * What a tool call can do to the world; retries, fallback and MCP annotations follow from it.
 * `read` and `quote` may be repeated freely; `send`, `moves_money` and `fiscal` must happen once.
 */
export type Risk = "read" | "quote" | "send" | "moves_money" | "fiscal";
