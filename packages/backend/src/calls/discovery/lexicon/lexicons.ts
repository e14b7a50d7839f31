import { actions } from "./actions.ts";
import { banking } from "./banking.ts";
import { crypto } from "./crypto.ts";
import { erp } from "./erp.ts";
import { fiscal } from "./fiscal.ts";
import type { Lexicon } from "./lexicon.ts";
import { logistics } from "./logistics.ts";
import { messaging } from "./messaging.ts";
import { payments } from "./payments.ts";
import { places } from "./places.ts";

/** The words of all fields. */
export const lexicons: readonly Lexicon[] = [
  actions,
  payments,
  fiscal,
  logistics,
  messaging,
  banking,
  erp,
  crypto,
  places,
];
