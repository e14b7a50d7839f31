export type { Clock, IdSource, Timers } from "./ports/clock.ts";
export {
  type DispatchedCall,
  type FindContext,
  type FoundOperation,
  type Provider,
  type ProviderAnswer,
  type ProviderCall,
  type ProviderEnvironment,
  type ProviderNotice,
  type ProviderTool,
  ProviderUnavailable,
  type ProviderUpdate,
} from "./ports/provider.ts";
export { ProviderRefusal } from "./ports/provider-refusal.ts";
export type { NativeCalls, Translate, TranslationContext, Translator } from "./ports/translator.ts";
