/** What of one group is due, earliest first, and how many of the group are under a lease already. */
export interface DueGroup<Item> {
  leased: number;
  due: readonly Item[];
}

/** Which due jobs are taken: first those of the groups with the fewest under a lease, then the earliest. */
export function pickDueJobs<Item extends { dueAt: number }>(
  groups: readonly DueGroup<Item>[],
  limit: number,
): Item[] {
  const attemptResults = groups.flatMap(({ leased, due }) =>
    due.map((item, index) => ({ item, attemptResult: leased + index })),
  );
  attemptResults.sort((a, b) => a.attemptResult - b.attemptResult || a.item.dueAt - b.item.dueAt);
  return attemptResults.slice(0, limit).map(({ item }) => item);
}
