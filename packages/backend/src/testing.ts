export { ProviderRefusal } from "./provider-refusal.ts";
export { asaas } from "./translators/asaas.ts";
export { melhorEnvio } from "./translators/melhor-envio.ts";
export { nuvemFiscal } from "./translators/nuvem-fiscal.ts";
export { stripe } from "./translators/stripe.ts";
export type { NativeCalls, Translate, TranslationContext, Translator } from "./translators/translator.ts";
export { zApi } from "./translators/z-api.ts";
