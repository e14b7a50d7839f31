import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt, valueAt } from "../json/native-json.ts";

/** `{ status, error, response: { message } }`; the message is a text, a list of texts, or what is known of each number. */
export function readEvolutionError(_status: number, body: Json | undefined): NativeError | undefined {
  const error = textAt(body, "error");
  const stated = valueAt(body, "response.message");
  const message = stated === undefined || stated === null ? error : writeMessage(stated);
  return message === undefined ? undefined : { code: error, message };
}

function writeMessage(message: Json): string {
  if (typeof message === "string") return message;
  const isTexts = Array.isArray(message) && message.every((entry) => typeof entry === "string");
  return isTexts ? message.join("; ") : JSON.stringify(message);
}
