import type { Country, ServerCategory } from "../wire/server.ts";

/** Input of `codespar_discover`: finds tools by what they do. */
export interface DiscoverInput {
  /** Free text in Portuguese, Spanish or English. */
  query?: string | undefined;
  domain?: ServerCategory | undefined;
  country?: Country | undefined;
  /** 1 to 20. @default 10 */
  limit?: number | undefined;
}

export interface DiscoverMatch {
  /** The tool's name, as `execute` takes it. */
  name: string;
  /** The id of the server that has it; `codespar` for a meta-tool. */
  server: string;
  category: ServerCategory;
  countries: Country[];
  description: string;
  /** Whether the server is attached to this session and connected. */
  connected: boolean;
  /** 0 to 1; higher fits better. Attached servers rank first whatever their score. */
  score: number;
}

/** Output of `codespar_discover`: best first, the same within a session. */
export interface DiscoverOutput {
  matches: DiscoverMatch[];
}
