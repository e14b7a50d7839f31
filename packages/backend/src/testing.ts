export { ProviderRefusal } from "./ports/provider-refusal.ts";
export type { NativeCalls, Translate, TranslationContext, Translator } from "./ports/translator.ts";
export { networkedStore } from "./testing/networked-store.ts";
export { operationRules } from "./testing/operation-rules.ts";
export { payThroughOutage } from "./testing/pay-through-outage.ts";
export { type StoreCase, storeSuite } from "./testing/store-suite.ts";
export { type TestBackend, testBackend } from "./testing/test-backend.ts";
export { withUsage } from "./testing/with-usage.ts";
