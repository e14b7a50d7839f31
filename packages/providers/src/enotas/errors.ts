import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { objectsAt, textAt } from "../json/native-json.ts";

/** `[{ codigo, mensagem }]` (its clients' apiException). */
export function readEnotasError(_status: number, body: Json | undefined): NativeError | undefined {
  const errors = objectsAt({ errors: body ?? null }, "errors");
  const messages = errors.map((error) => textAt(error, "mensagem") ?? "").filter((text) => text !== "");
  if (messages.length === 0) return undefined;
  return { code: textAt(errors[0], "codigo"), message: messages.join(" ") };
}
