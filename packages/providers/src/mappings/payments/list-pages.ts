import {
  type NativeCalls,
  ProviderRefusal,
  type Translate,
  type TranslationContext,
} from "@codespar/backend/ports";
import type {
  CheckoutInput,
  CheckoutList,
  CheckoutOutput,
  PayInput,
  PaymentList,
  PayOutput,
} from "@codespar/contract";
import { calendarDateAt } from "@codespar/formats";

/** What a list asks a provider for. */
export interface ListRequest {
  /** Milliseconds since the epoch, that moment included. */
  since?: number | undefined;
  /** Milliseconds since the epoch, that moment excluded. */
  until?: number | undefined;
  /** How many entries to read at once, 1 to 100. */
  size: number;
  /** Where to go on, in the provider's own terms; undefined at the beginning. */
  position?: string | undefined;
}

/** One of the provider's own pages, newest first. */
export interface NativePage<Item> {
  /** Each with the position after it; undefined after the last of all. */
  entries: readonly { item: Item; after: string | undefined }[];
  /** The position after the page; undefined when it is the last. */
  next: string | undefined;
}

/** Reads one page at the provider; it may hold more than was asked for, and is filtered here. */
export type ReadPage<Item> = (
  request: ListRequest,
  native: NativeCalls,
  context: TranslationContext,
) => Promise<NativePage<Item>>;

/** As many pages are read for one call, however few of their entries fit; the cursor leads on. */
const mostPages = 10;
const defaultLimit = 20;

export interface PaymentListOptions {
  /** The provider's times are dates in this zone, so what was made on the days of `since` and `until` is shown. */
  datesIn?: string | undefined;
}

/** How a server lists its payments. */
export function translatePaymentList(
  readPage: ReadPage<PayOutput>,
  { datesIn }: PaymentListOptions = {},
): Translate<PayInput, PaymentList> {
  return async (input, native, context) => {
    const isMadeIn = datesIn === undefined ? isIn : onDatesIn(datesIn);
    const fits = ({ reference, status, created_at }: PayOutput) =>
      isMadeIn(input, Date.parse(created_at)) &&
      isSame(input.reference, reference) &&
      isSame(input.status, status);
    const { found, next_cursor } = await collect(readPage, input, fits, native, context);
    return { payments: found, next_cursor };
  };
}

/** How a server lists its hosted pages. */
export function translateCheckoutList(
  readPage: ReadPage<{ checkout: CheckoutOutput; createdAt: number }>,
): Translate<CheckoutInput, CheckoutList> {
  return async (input, native, context) => {
    const fits = ({ checkout, createdAt }: { checkout: CheckoutOutput; createdAt: number }) =>
      isIn(input, createdAt) &&
      isSame(input.reference, checkout.reference) &&
      isSame(input.status, checkout.status);
    const { found, next_cursor } = await collect(readPage, input, fits, native, context);
    return { checkouts: found.map(({ checkout }) => checkout), next_cursor };
  };
}

/** A page of a list that is read by offset and limit. */
export function offsetPage<Item>(items: readonly Item[], offset: number, hasMore: boolean): NativePage<Item> {
  const after = (index: number) =>
    index < items.length - 1 || hasMore ? String(offset + index + 1) : undefined;
  return {
    entries: items.map((item, index) => ({ item, after: after(index) })),
    next: hasMore && items.length > 0 ? String(offset + items.length) : undefined,
  };
}

/** A page of numbered pages from an entry in its middle on. */
export function fromOffset<Item>({ entries, next }: NativePage<Item>, skipped: number): NativePage<Item> {
  return { entries: entries.slice(skipped), next };
}

/** A page of a list that goes on by a token of the provider's; within a page, entries are counted. */
export function tokenPage<Item>(
  items: readonly Item[],
  { token, skipped }: { token: string; skipped: number },
  nextToken: string | undefined,
): NativePage<Item> {
  const next = nextToken === undefined ? undefined : `0~${nextToken}`;
  const after = (index: number) => (index < items.length - 1 ? `${index + 1}~${token}` : next);
  return { entries: items.map((item, index) => ({ item, after: after(index) })).slice(skipped), next };
}

/** The token of a page, empty for the first one, and how many of its entries were listed already. */
export function readToken(position: string | undefined): { token: string; skipped: number } {
  const match = /^(\d{1,3})~(.*)$/.exec(position ?? "0~");
  if (match === null) throw invalidCursor();
  const [, skipped = "0", token = ""] = match;
  return { token, skipped: Number(skipped) };
}

/** The offset that a position stands for. */
export function readOffset(position: string | undefined): number {
  if (position === undefined) return 0;
  if (!/^\d{1,9}$/.test(position)) throw invalidCursor();
  return Number(position);
}

function invalidCursor(): ProviderRefusal {
  return new ProviderRefusal({
    code: "invalid_cursor",
    message: "The cursor is none of this list. Pass next_cursor of the page before, as it is.",
  });
}

/** A page of a list that goes on after the id of an entry. */
export function pageAfterIds<Item>(
  items: readonly { item: Item; id: string }[],
  hasMore: boolean,
): NativePage<Item> {
  const last = items.length - 1;
  return {
    entries: items.map(({ item, id }, index) => ({ item, after: index < last || hasMore ? id : undefined })),
    next: hasMore ? items.at(-1)?.id : undefined,
  };
}

async function collect<Item>(
  readPage: ReadPage<Item>,
  { since, until, reference, status, limit = defaultLimit, cursor }: PayInput | CheckoutInput,
  fits: (item: Item) => boolean,
  native: NativeCalls,
  context: TranslationContext,
): Promise<{ found: Item[]; next_cursor: string | null }> {
  const range = {
    since: since === undefined ? undefined : Date.parse(since),
    until: until === undefined ? undefined : Date.parse(until),
    // what is filtered here is read in large pages
    size: reference === undefined && status === undefined ? limit : 100,
  };
  const found: Item[] = [];
  let position = cursor;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await readPage({ ...range, position }, native, context);
    for (const { item, after } of page.entries) {
      if (!fits(item)) continue;
      found.push(item);
      if (found.length === limit) return { found, next_cursor: after ?? null };
    }
    if (page.next === undefined) return { found, next_cursor: null };
    position = page.next;
  }
  return { found, next_cursor: position ?? null };
}

interface Range {
  since?: string | undefined;
  until?: string | undefined;
}

/** Times of ours have seconds, so the range is compared by them. */
function isIn({ since, until }: Range, made: number): boolean {
  const from = since === undefined ? Number.NEGATIVE_INFINITY : Math.floor(Date.parse(since) / 1000) * 1000;
  return made >= from && (until === undefined || made < Date.parse(until));
}

function onDatesIn(zone: string) {
  const dateOf = (time: string) => calendarDateAt(Date.parse(time), zone);
  return ({ since, until }: Range, made: number): boolean => {
    const date = calendarDateAt(made, zone);
    return (since === undefined || date >= dateOf(since)) && (until === undefined || date <= dateOf(until));
  };
}

function isSame(wanted: string | undefined, actual: string | undefined): boolean {
  return wanted === undefined || wanted === actual;
}
