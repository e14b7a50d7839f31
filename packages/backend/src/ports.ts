export type { ArgumentIssue, ArgumentLimit, OwnError } from "./ports/argument-issue.ts";
export type { Clock, IdSource, Timers } from "./ports/clock.ts";
export type { DiscoveryWords } from "./ports/discovery.ts";
export {
  type Credentials,
  type DispatchedCall,
  type FindContext,
  type FoundOperation,
  type Provider,
  type ProviderCall,
  type ProviderEnvironment,
  type ProviderResponse,
  type ProviderTool,
  ProviderUnavailable,
  type ProviderUpdate,
  type ProviderWebhook,
  type RenewedCredentials,
} from "./ports/provider.ts";
export { ProviderRefusal } from "./ports/provider-refusal.ts";
export { StoreFailure } from "./ports/store-failure.ts";
export type {
  DocumentSeries,
  FiscalContext,
  NativeCalls,
  Translate,
  TranslationContext,
  Translator,
} from "./ports/translator.ts";
