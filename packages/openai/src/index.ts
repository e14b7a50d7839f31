export { getRunnableTools } from "./chat/get-runnable-tools.ts";
export { getTools } from "./chat/get-tools.ts";
export { handleToolCall } from "./chat/handle-tool-call.ts";
export type {
  GetToolsOptions,
  HandleFunctionCallOptions,
  HandleOptions,
  ResponseToolsOptions,
  RunnableToolsOptions,
  RunnerFunctionsOptions,
  RunnerOptions,
} from "./options.ts";
export { getResponseTools } from "./responses/get-response-tools.ts";
export { getRunnerFunctions } from "./responses/get-runner-functions.ts";
export { handleFunctionCall } from "./responses/handle-function-call.ts";
export { convertStrictSchema, type StrictSchema } from "./strict-schema.ts";
