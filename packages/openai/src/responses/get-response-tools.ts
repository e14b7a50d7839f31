import { type AgentSession, checkKnownOptions, selectTools } from "@codespar/sdk/agent";
import type { FunctionTool } from "openai/resources/responses/responses";
import { type ResponseToolsOptions, responseToolsOptionNames } from "../options.ts";
import { convertResponseTool } from "./convert-response-tool.ts";

/** The session's tools for `client.responses.create({ tools })`. */
export async function getResponseTools(
  session: AgentSession,
  options: ResponseToolsOptions = {},
): Promise<FunctionTool[]> {
  checkKnownOptions(options, responseToolsOptionNames, "options");
  const selected = await selectTools(session, options.tools, { signal: options.signal });
  return selected.map((tool) => convertResponseTool(tool, options));
}
