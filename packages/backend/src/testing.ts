export { ProviderRefusal } from "./provider-refusal.ts";
export { asaas } from "./translators/asaas.ts";
export type { NativeCalls, Translate, TranslationContext, Translator } from "./translators/translator.ts";
