export { ProviderRefusal } from "./ports/provider-refusal.ts";
export type { NativeCalls, Translate, TranslationContext, Translator } from "./ports/translator.ts";
export { type StoreCase, storeSuite } from "./store/suite/store-suite.ts";
export { networkedStore } from "./testing/networked-store.ts";
export { withUsage } from "./testing/with-usage.ts";
