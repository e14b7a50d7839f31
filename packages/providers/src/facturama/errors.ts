import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { isObject, textAt } from "../json/native-json.ts";

/** `{ Message, ModelState: { field: [text] } }` (dotnet SDK, ModelException); a code of SAT's stands at the head of a text. */
export function readFacturamaError(_status: number, body: Json | undefined): NativeError | undefined {
  const details = readDetails(body);
  const message = details.length > 0 ? details.join(" ") : textAt(body, "Message");
  if (message === undefined) return undefined;
  return { code: /\bCFDI\d{5}\b/.exec(message)?.[0], message };
}

function readDetails(body: Json | undefined): string[] {
  const state = isObject(body) ? body.ModelState : undefined;
  if (!isObject(state)) return [];
  return Object.values(state)
    .flatMap((texts) => (Array.isArray(texts) ? texts : [texts]))
    .filter((text) => typeof text === "string");
}
