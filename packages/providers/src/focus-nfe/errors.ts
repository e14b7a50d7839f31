import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** `{ codigo, mensagem, erros: [{ codigo, mensagem, campo }] }` (focusnfe.com.br/doc). */
export function readFocusNfeError(_status: number, body: Json | undefined): NativeError | undefined {
  const code = textAt(body, "codigo");
  const message = textAt(body, "mensagem");
  if (code === undefined && message === undefined) return undefined;
  const detail = textAt(body, "erros.0.mensagem");
  return { code, message: [message ?? code, detail].filter((part) => part !== undefined).join(" ") };
}
