import type { AgentFailure } from "@codespar/sdk/agent";

/** Why a tool gave no result; the message is the failure as JSON. */
export class ToolCallError extends Error {
  readonly failure: AgentFailure;

  constructor(failure: AgentFailure, text: string) {
    super(text);
    this.failure = failure;
  }

  // What the AI SDK tells the model of an error is its text, which for most errors begins with their name.
  override toString(): string {
    return this.message;
  }
}

// Outside the class, because a bundler renames one that names itself.
ToolCallError.prototype.name = "ToolCallError";
