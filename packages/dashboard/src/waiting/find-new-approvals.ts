/** Those that were not there at the last look; at the first look none is new. */
export function findNewApprovals<Row extends { id: string }>(
  known: ReadonlySet<string> | undefined,
  rows: readonly Row[],
): readonly Row[] {
  return known === undefined ? [] : rows.filter(({ id }) => !known.has(id));
}
