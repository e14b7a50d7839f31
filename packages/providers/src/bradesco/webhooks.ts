import { pixWebhooks } from "../pix-banks/pix-webhooks.ts";
import { bradescoTranslator } from "./translate.ts";

/** Bradesco's webhooks of Pix, as the Banco Central has them. */
export const bradescoWebhooks = pixWebhooks("bradesco", "bradesco", bradescoTranslator);
