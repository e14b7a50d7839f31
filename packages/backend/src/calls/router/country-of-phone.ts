import type { Country } from "@codespar/contract";

const callingCodes: readonly (readonly [string, Country])[] = [
  ["+55", "BR"],
  ["+52", "MX"],
  ["+54", "AR"],
  ["+57", "CO"],
  ["+56", "CL"],
];

/** The country of a number in E.164 (ITU-T E.164 country codes), where it is one of ours. */
export function countryOfPhone(phone: string): Country | undefined {
  return callingCodes.find(([code]) => phone.startsWith(code))?.[1];
}
