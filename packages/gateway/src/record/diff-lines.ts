/** What changes from one text to another, by lines: `- gone`, `+ new`; the same is left out but for the number of lines. */
export function diffLines(before: string, after: string): string[] {
  const [old, fresh] = [getLines(before), getLines(after)];
  // lengths of the longest common rest, from each pair of places
  const common = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0));
  const at = (row: number, column: number) => common[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = fresh.length - 1; column >= 0; column -= 1) {
      const line = common[row];
      if (line === undefined) continue;
      line[column] =
        old[row] === fresh[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const diff: string[] = [];
  let [row, column, same] = [0, 0, 0];
  const flush = () => {
    if (same > 0) diff.push(`  … ${same} ${same === 1 ? "line" : "lines"} as before`);
    same = 0;
  };
  while (row < old.length || column < fresh.length) {
    if (row < old.length && column < fresh.length && old[row] === fresh[column]) {
      same += 1;
      row += 1;
      column += 1;
    } else if (column >= fresh.length || (row < old.length && at(row + 1, column) >= at(row, column + 1))) {
      flush();
      diff.push(`- ${old[row]}`);
      row += 1;
    } else {
      flush();
      diff.push(`+ ${fresh[column]}`);
      column += 1;
    }
  }
  flush();
  return diff;
}

function getLines(text: string): string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}
