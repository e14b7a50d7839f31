import type { z } from "zod";
import type { MetaToolInputs, MetaToolName, MetaToolOutputs } from "../meta-tools/meta-tools.ts";
import { checkoutInputSchema, checkoutResultSchema } from "./checkout.ts";
import { discoverInputSchema, discoverOutputSchema } from "./discover.ts";
import { invoiceInputSchema, invoiceOutputSchema } from "./invoice.ts";
import { notifyInputSchema, notifyOutputSchema } from "./notify.ts";
import { payInputSchema, payResultSchema } from "./pay.ts";
import { shipInputSchema, shipOutputSchema } from "./ship.ts";

/** What each meta-tool takes. */
export const metaToolInputSchemas = {
  codespar_discover: discoverInputSchema,
  codespar_checkout: checkoutInputSchema,
  codespar_pay: payInputSchema,
  codespar_invoice: invoiceInputSchema,
  codespar_ship: shipInputSchema,
  codespar_notify: notifyInputSchema,
} satisfies { [Name in MetaToolName]: z.ZodType<MetaToolInputs[Name]> };

/** What each meta-tool returns in `data`. */
export const metaToolOutputSchemas = {
  codespar_discover: discoverOutputSchema,
  codespar_checkout: checkoutResultSchema,
  codespar_pay: payResultSchema,
  codespar_invoice: invoiceOutputSchema,
  codespar_ship: shipOutputSchema,
  codespar_notify: notifyOutputSchema,
} satisfies { [Name in MetaToolName]: z.ZodType<MetaToolOutputs[Name]> };
