import type { Json } from "@codespar/contract";

/** About 4,000 tokens. */
export const defaultMaxResultChars = 16_000;

// Pix codes, keys of documents, links and ids all stay below this; what is longer is prose or a file.
const longestWholeText = 512;

/**
 * The JSON text of a result's data, within `maxChars` where that is possible without losing an id, an amount, a code
 * to pay or a status: long prose and files are cut first, then whole items at the end of the longest lists.
 * What was left out is counted in `_omitted`. Pictures never go in: as text they cost tokens and tell a model nothing.
 */
export function truncateResult(result: Json, maxChars: number = defaultMaxResultChars): string {
  const data = withoutPictures(result);
  const whole = JSON.stringify(data);
  if (whole.length <= maxChars) return whole;
  const omitted: string[] = [];
  const root = shortenTexts(data, "", omitted);
  omitted.push(...shortenLists(root, maxChars, omitted));
  return JSON.stringify(withNotes(root, omitted));
}

const picture = /^data:(?:image|audio|video)\//;

function withoutPictures(value: Json): Json {
  if (typeof value === "string") return picture.test(value) ? "(picture left out)" : value;
  if (Array.isArray(value)) return value.map(withoutPictures);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutPictures(item)]));
}

function shortenTexts(value: Json, path: string, omitted: string[]): Json {
  if (typeof value === "string") return shortenText(value, path, omitted);
  if (Array.isArray(value)) return value.map((item, index) => shortenTexts(item, join(path, index), omitted));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, shortenTexts(item, join(path, key), omitted)]),
  );
}

function shortenText(text: string, path: string, omitted: string[]): string {
  if (text.startsWith("data:")) {
    omitted.push(`${path}: a file of ${text.length} characters`);
    return "(file left out)";
  }
  // A signed link can be long and is worthless when cut.
  if (text.length <= longestWholeText || /^https?:\/\/\S+$/.test(text)) return text;
  omitted.push(`${path}: ${text.length - longestWholeText / 2} of ${text.length} characters`);
  return `${text.slice(0, longestWholeText / 2)}…`;
}

interface List {
  path: string;
  items: Json[];
}

/** Halves the longest list until the text fits, and says of each list that is still there what it has lost. */
function shortenLists(root: Json, maxChars: number, omitted: string[]): string[] {
  const totals = new Map(findLists(root, "").map(({ items }) => [items, items.length]));
  for (;;) {
    const present = findLists(root, "");
    const notes = present.flatMap((list) => getNote(list, totals.get(list.items) ?? 0));
    if (JSON.stringify(withNotes(root, [...omitted, ...notes])).length <= maxChars) return notes;
    const longest = findLongest(present);
    if (longest === undefined) return notes;
    longest.length = Math.floor(longest.length / 2);
  }
}

function getNote({ path, items }: List, total: number): string[] {
  const lost = total - items.length;
  if (lost === 0) return [];
  return [`${path === "" ? "list" : path}: ${lost} of ${total} items; ask for fewer or for a later page`];
}

function findLongest(lists: readonly List[]): Json[] | undefined {
  let longest: Json[] | undefined;
  let most = 0;
  for (const { items } of lists) {
    const size = items.length > 1 ? JSON.stringify(items).length : 0;
    if (size > most) [longest, most] = [items, size];
  }
  return longest;
}

/** Lists that hold others come before them. */
function findLists(value: Json, path: string): List[] {
  if (Array.isArray(value)) {
    const nested = value.flatMap((item, index) => findLists(item, join(path, index)));
    return [{ path, items: value }, ...nested];
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => findLists(item, join(path, key)));
}

function withNotes(root: Json, omitted: readonly string[]): Json {
  if (omitted.length === 0) return root;
  const note = { _omitted: [...omitted] };
  return isRecord(root) ? { ...root, ...note } : { data: root, ...note };
}

function isRecord(value: Json): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function join(path: string, key: string | number): string {
  return path === "" ? String(key) : `${path}.${key}`;
}
