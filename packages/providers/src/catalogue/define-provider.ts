import type {
  AuthType,
  Country,
  Currency,
  InvoiceType,
  NotifyChannel,
  PaymentMethod,
  ServerCategory,
} from "@codespar/contract";
import type { NativeTool } from "../tools/define-tools.ts";

/** What a provider can do for each meta-tool; the order among several providers is in `preferences.ts`. */
export interface ProviderRoutes {
  pay?: Readonly<Partial<Record<Currency, readonly PaymentMethod[]>>> | undefined;
  checkout?: readonly Currency[] | undefined;
  invoice?: readonly InvoiceType[] | undefined;
  ship?: readonly Country[] | undefined;
  /** By channel the countries of the recipients; `*` stands for all that are not named. */
  notify?: Readonly<Partial<Record<NotifyChannel, readonly (Country | "*")[]>>> | undefined;
}

/** A provider's row of the catalogue. */
export interface ProviderDefinition {
  id: string;
  name: string;
  /** The main one first. */
  categories: readonly [ServerCategory, ...ServerCategory[]];
  countries: readonly Country[];
  authType: AuthType;
  /** What `GET /v1/servers` lists, such as `pix` or `refund`. */
  capabilities: readonly string[];
  /** Other spellings under which it can be attached. */
  aliases?: readonly string[] | undefined;
  /** What people call it besides: found by `codespar_discover`, not attached by. */
  nicknames?: readonly string[] | undefined;
  /** Words that people ask with for a tool whose name does not say them, by the tool's name. */
  keywords?: Readonly<Record<string, string>> | undefined;
  routes?: ProviderRoutes | undefined;
  /** Why it cannot be called for real, for a provider without a public API. */
  noPublicApi?: string | undefined;
  tools: Readonly<Record<string, NativeTool>>;
}

/** Keeps the literal types of a provider's row. */
export function defineProvider<const Definition extends ProviderDefinition>(
  definition: Definition,
): Definition {
  return definition;
}
