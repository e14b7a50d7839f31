/**
 * How many letters to insert, delete, change or swap with a neighbour until `word` is `wanted` (Damerau-Levenshtein,
 * optimal string alignment), or, for a stem, until some beginning of `word` is. Infinite when more than `most`.
 */
export function editDistance(
  word: string,
  wanted: string,
  most: number,
  { asStem = false }: { asStem?: boolean } = {},
): number {
  const row: number[] = Array.from({ length: wanted.length + 1 }, (_, column) => column);
  let before: number[] = [];
  let best = asStem || word.length === 0 ? wanted.length : Number.POSITIVE_INFINITY;
  for (let at = 1; at <= word.length; at++) {
    const above = [...row];
    let least = at;
    row[0] = at;
    for (let column = 1; column <= wanted.length; column++) {
      const same = word[at - 1] === wanted[column - 1];
      let cost = Math.min(
        (above[column] ?? at) + 1,
        (row[column - 1] ?? at) + 1,
        (above[column - 1] ?? at) + (same ? 0 : 1),
      );
      if (
        at > 1 &&
        column > 1 &&
        word[at - 1] === wanted[column - 2] &&
        word[at - 2] === wanted[column - 1]
      ) {
        cost = Math.min(cost, (before[column - 2] ?? at) + 1);
      }
      row[column] = cost;
      least = Math.min(least, cost);
    }
    const cost = row[wanted.length] ?? at;
    if (asStem) best = Math.min(best, cost);
    else if (at === word.length) best = cost;
    if (least > most) break;
    before = above;
  }
  return best <= most ? best : Number.POSITIVE_INFINITY;
}
