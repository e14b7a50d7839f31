/** What a `list` action takes beside its own filters. */
export interface ListInput {
  /** RFC 3339; made at that moment or later. */
  since?: string | undefined;
  /** RFC 3339; made before that moment. */
  until?: string | undefined;
  /** 1 to 100. @default 20 */
  limit?: number | undefined;
  /** `next_cursor` of the page before. */
  cursor?: string | undefined;
}
