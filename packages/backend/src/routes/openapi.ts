import type { BackendAnswer } from "../http-message.ts";
import { buildOpenApi } from "../openapi/build-openapi.ts";
import { textAnswer } from "./json-answer.ts";

/** Built from constants alone, so once is enough. */
let text: string | undefined;

export async function getOpenApi(): Promise<BackendAnswer> {
  text ??= JSON.stringify(buildOpenApi());
  return textAnswer(200, text, { "cache-control": "public, max-age=3600" });
}
