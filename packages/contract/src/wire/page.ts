/** One page of a list. */
export interface Page<Item> {
  data: Item[];
  /** Pass as `cursor` to get the next page; null on the last. */
  next_cursor: string | null;
}
