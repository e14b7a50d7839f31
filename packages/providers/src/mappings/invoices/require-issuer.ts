import type { FiscalContext, TranslationContext } from "@codespar/backend/ports";
import type { BrazilIssuer, MexicoIssuer } from "@codespar/contract";
import { refuseField } from "./refuse-field.ts";

/** Who issues a Brazilian document. */
export function requireBrazilIssuer(context: TranslationContext): {
  issuer: BrazilIssuer;
  fiscal: FiscalContext;
} {
  const { fiscal } = context;
  if (fiscal === undefined || fiscal.brazil === null) throw missing("brazil");
  return { issuer: fiscal.brazil, fiscal };
}

/** Who issues a CFDI. */
export function requireMexicoIssuer({ fiscal }: TranslationContext): MexicoIssuer {
  if (fiscal === undefined || fiscal.mexico === null) throw missing("mexico");
  return fiscal.mexico;
}

function missing(country: "brazil" | "mexico") {
  return refuseField(
    `There is no fiscal profile that says who issues: store one with fiscalProfiles.create({ ${country}: … }) (POST /v1/fiscal-profiles), for the organisation or this tenant.`,
  );
}
