import type { Country, ServerCategory } from "@codespar/contract";

/** A tool as discovery sees it: what is returned of it, and what it is found by. */
export interface ToolEntry {
  name: string;
  server: string;
  category: ServerCategory;
  /** All of its server's; a filter matches any. */
  categories: readonly ServerCategory[];
  countries: readonly Country[];
  description: string;
  /** What the provider says of the tool; empty when only the name is known. */
  ownDescription: string;
  /** The name without the server's, in words. */
  words: string;
  /** More words that it is found by. */
  keywords: string;
  /** Payment methods or channels that the server has. */
  capabilities: readonly string[];
}
