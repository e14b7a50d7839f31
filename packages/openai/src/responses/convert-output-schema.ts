import type { JsonObjectSchema, JsonSchema } from "@codespar/sdk/agent";

const text = { type: "string" };

const failure: JsonSchema = {
  type: "object",
  properties: {
    status: { type: "string" },
    code: text,
    message: text,
    retryable: { type: "boolean" },
    next: { type: "string", description: "What to do next." },
  },
  required: ["status", "code", "message", "retryable", "next"],
};

const failed: JsonSchema = {
  type: "object",
  description: "It gave no result.",
  properties: { error: failure },
  required: ["error"],
};

const waiting: JsonSchema = {
  ...failure,
  description: "A person has to approve the call first.",
  properties: { ...Object(failure.properties), status: { const: "approval_required" }, approval_id: text },
};

/** What the output of a tool may be: its data, a failure, or that a person has to approve the call. */
export function convertOutputSchema(schema: JsonObjectSchema): JsonSchema {
  return { anyOf: [schema, failed, waiting] };
}
