/** What people call servers and their tools besides their names; providers bring it along. */
export interface DiscoveryWords {
  /** Other names, by server id. They are searched for, not attached by. */
  nicknames?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Words that people ask with for a native tool, by its name, separated by commas or blanks. */
  toolKeywords?: Readonly<Record<string, string>> | undefined;
}
