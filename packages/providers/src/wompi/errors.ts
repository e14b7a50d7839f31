import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { isObject, textAt, valueAt } from "../json/native-json.ts";

/**
 * `{ error: { type, reason } }`, or with `messages: { field: [text] }` where an argument is wrong (pulgueta/wompi-node). The code is
 * the field, `reference_used` where the reference has a transaction already.
 */
export function readWompiError(_status: number, body: Json | undefined): NativeError | undefined {
  const type = textAt(body, "error.type");
  if (type === undefined) return undefined;
  const messages = valueAt(body, "error.messages");
  const [[field, texts] = []] = isObject(messages) ? Object.entries(messages) : [];
  const [detail] = Array.isArray(texts) ? texts : [texts];
  const reason = textAt(body, "error.reason") ?? type;
  if (field === undefined) return { type, code: type, message: reason };
  const said = typeof detail === "string" ? detail : reason;
  const isUsed = field === "reference" && /usad|used|taken/i.test(said);
  return { type, code: isUsed ? "reference_used" : field, message: `${field}: ${said}` };
}
