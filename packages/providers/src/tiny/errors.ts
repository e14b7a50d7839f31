import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt, valueAt } from "../json/native-json.ts";

/** Whether a response with HTTP 200 is an error. */
export function isTinyFailure(body: Json | undefined): boolean {
  return textAt(body, "retorno.status") !== "OK";
}

/** `{ retorno: { status: "Erro", codigo_erro, erros: [{ erro }] } }`, of the call or of the record that it was about. */
export function readTinyError(_status: number, body: Json | undefined): NativeError | undefined {
  const record = valueAt(body, "retorno.registros.registro") ?? valueAt(body, "retorno.registros.0.registro");
  const code = textAt(body, "retorno.codigo_erro") ?? textAt(record, "codigo_erro");
  const message = textAt(body, "retorno.erros.0.erro") ?? textAt(record, "erros.0.erro");
  return code === undefined && message === undefined
    ? undefined
    : { code, message: message ?? `Erro ${code}` };
}
