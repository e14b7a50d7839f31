import { pixWebhooks } from "../pix-banks/pix-webhooks.ts";
import { itauTranslator } from "./translate.ts";

/** Itaú's webhooks of Pix, as the Banco Central has them. */
export const itauWebhooks = pixWebhooks("itau", "itau", itauTranslator);
