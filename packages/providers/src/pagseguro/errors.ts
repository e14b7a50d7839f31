import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** `{ error_messages: [{ code, error, description, parameter_name }] }`, or one of them alone (developer.pagbank.com.br, códigos de erro). */
export function readPagseguroError(_status: number, body: Json | undefined): NativeError | undefined {
  const at = (name: string) => textAt(body, `error_messages.0.${name}`) ?? textAt(body, name);
  const code = at("code") ?? at("error");
  const description = at("description");
  if (code === undefined && description === undefined) return undefined;
  const field = at("parameter_name");
  const said = description ?? code ?? "";
  return { code, message: field === undefined ? said : `${field}: ${said}` };
}
