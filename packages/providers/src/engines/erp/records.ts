import type { SimulationContext } from "../../simulation/provider-definition.ts";

/** A record of an ERP: its number within the account, and what was said of it. */
export interface ErpRecord {
  id: number;
  /** Milliseconds since the epoch. */
  createdAt: number;
}

/** The numbers of ERPs are long; the first of each kind. */
const FIRST = 16_000_000_000;

/** Adds a record under the next number of its kind. */
export function addRecord<Fields extends object>(
  context: SimulationContext,
  kind: string,
  fields: Fields,
): Fields & ErpRecord {
  const record = { ...fields, id: FIRST + context.nextNumber(kind), createdAt: context.now };
  context.put(kind, String(record.id), record);
  return record;
}

/** A record by its number; undefined when there is none. */
export function findRecord<Record extends ErpRecord>(
  context: SimulationContext,
  kind: string,
  id: number | undefined,
): Record | undefined {
  return id === undefined ? undefined : context.get<Record>(kind, String(id));
}

/** The records of a kind that are asked for, oldest first, and of those one page, counted from 1. */
export function listPage<Record extends ErpRecord>(
  context: SimulationContext,
  kind: string,
  { page, size, matches }: { page: number; size: number; matches(record: Record): boolean },
): Record[] {
  const found = context
    .list<Record>(kind)
    .filter(matches)
    .toSorted((a, b) => a.id - b.id);
  return found.slice((page - 1) * size, page * size);
}

/** Whether a text holds a word, whatever its case and accents. */
export function holdsText(text: string, word: string): boolean {
  return plain(text).includes(plain(word));
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
