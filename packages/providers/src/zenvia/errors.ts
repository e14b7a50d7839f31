import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** `{ code, message, details: [{ code, path, message }] }` (zenvia/zenvia-openapi-spec). */
export function readZenviaError(_status: number, body: Json | undefined): NativeError | undefined {
  const code = textAt(body, "code");
  const message = textAt(body, "message");
  if (code === undefined && message === undefined) return undefined;
  const detail = textAt(body, "details.0.message");
  return { code, message: [message ?? code, detail].filter((part) => part !== undefined).join(": ") };
}
