export type { ProviderDefinition, ProviderRoutes } from "./catalogue/define-provider.ts";
export { discoveryWords } from "./catalogue/discovery-words.ts";
export { definitions } from "./generated/definitions.ts";
export { translators } from "./generated/translators.ts";
export type { NativeTool } from "./tools/define-tools.ts";
