import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** `{ error: { status, status_code, type, category, message, reasons } }` (imobanco/zoop-wrapper). */
export function readZoopError(_status: number, body: Json | undefined): NativeError | undefined {
  const type = textAt(body, "error.type");
  const category = textAt(body, "error.category");
  const message = textAt(body, "error.message");
  if (type === undefined && message === undefined) return undefined;
  return { type, code: category ?? type, message: message ?? type ?? "" };
}
