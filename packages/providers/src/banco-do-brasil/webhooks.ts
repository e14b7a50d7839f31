import { pixWebhooks } from "../pix-banks/pix-webhooks.ts";
import { bancoDoBrasilTranslator } from "./translate.ts";

/** Banco do Brasil's webhooks of Pix, as the Banco Central has them. */
export const bancoDoBrasilWebhooks = pixWebhooks(
  "banco-do-brasil",
  "banco_do_brasil",
  bancoDoBrasilTranslator,
);
