/** Writes characters into a mask, one for each `#`: `01310100` into `#####-###` is `01310-100`. */
export function applyMask(text: string, mask: string): string {
  let index = 0;
  return mask.replaceAll("#", () => text.charAt(index++));
}

/** Writes a text in groups of so many characters with blanks between them. */
export function inGroups(text: string, ...sizes: readonly number[]): string {
  const groups: string[] = [];
  let start = 0;
  for (let group = 0; start < text.length; group++) {
    const size = sizes[Math.min(group, sizes.length - 1)] ?? text.length;
    groups.push(text.slice(start, start + size));
    start += size;
  }
  return groups.join(" ");
}
