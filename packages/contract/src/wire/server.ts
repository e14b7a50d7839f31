import type { CountryCode } from "@codespar/formats";

export const serverCategories = [
  "payments",
  "fiscal",
  "logistics",
  "messaging",
  "banking",
  "erp",
  "crypto",
] as const;

export type ServerCategory = (typeof serverCategories)[number];

/** Countries that CodeSpar serves, each a row of `COUNTRIES` in `@codespar/formats`. */
export const countries = ["BR", "MX", "AR", "CO", "CL"] as const satisfies readonly CountryCode[];

export type Country = (typeof countries)[number];

export const authTypes = ["api_key", "oauth", "basic", "certificate"] as const;

export type AuthType = (typeof authTypes)[number];

/** A provider server of the catalogue, as `GET /v1/servers` lists it. */
export interface Server {
  id: string;
  name: string;
  /** The main one; `categories` has them all, and filters match any. */
  category: ServerCategory;
  categories: ServerCategory[];
  countries: Country[];
  auth_type: AuthType;
  /** What it can do, such as `pix`, `refund`, `quote`. */
  capabilities: string[];
  /** Names of its native tools. */
  tools: string[];
  tools_count: number;
  /** Other spellings under which it can be attached. */
  aliases: string[];
}

/** `GET /v1/servers`. */
export interface ServerList {
  data: Server[];
  /** How many match, over all pages. */
  total: number;
  limit: number;
  offset: number;
}

/** Query of `GET /v1/servers`. */
export interface ListServersQuery {
  category?: ServerCategory | undefined;
  country?: Country | undefined;
  /** Searches names, capabilities and tools. */
  q?: string | undefined;
  auth_type?: AuthType | undefined;
  /** 1 to 100. @default 100 */
  limit?: number | undefined;
  /** @default 0 */
  offset?: number | undefined;
}
