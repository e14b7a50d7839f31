import type { BackendResponse } from "../../ports/http-message.ts";
import { buildOpenApi } from "../openapi/build-openapi.ts";
import { textResponse } from "./route.ts";

/** Built from constants alone, so once is enough. */
let text: string | undefined;

export async function getOpenApi(): Promise<BackendResponse> {
  text ??= JSON.stringify(buildOpenApi());
  return textResponse(200, text, { "cache-control": "public, max-age=3600" });
}
