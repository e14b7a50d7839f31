import { asaas } from "./asaas.ts";
import { melhorEnvio } from "./melhor-envio.ts";
import { nuvemFiscal } from "./nuvem-fiscal.ts";
import type { Translator } from "./translator.ts";
import { zApi } from "./z-api.ts";

/** Every server that can do something for a meta-tool. */
export const translators: readonly Translator[] = [asaas, melhorEnvio, nuvemFiscal, zApi];
