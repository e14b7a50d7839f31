import type { Api, ApiPromise, Call } from "./api.ts";

interface ListBody<Item> {
  data: Item[];
}

/** A page as the API returned it, and a way over all items of this and the following pages. */
export type ListPage<Item, Body extends ListBody<Item>> = Body &
  AsyncIterable<Item> & {
    /** The page after this one; null on the last. */
    nextPage(): Promise<ListPage<Item, Body> | null>;
  };

/** Await it for the first page, or `for await` over it for all items. */
export interface ListPromise<Item, Body extends ListBody<Item>>
  extends ApiPromise<ListPage<Item, Body>>,
    AsyncIterable<Item> {}

/** The query of the page after `body`; null when there is none. */
export type NextQuery<Body> = (body: Body) => Record<string, string | number> | null;

/** Calls a list endpoint. */
export function listPages<Item, Body extends ListBody<Item>>(
  api: Api,
  call: Call,
  nextQuery: NextQuery<Body>,
): ListPromise<Item, Body> {
  const promise = api.map(call, (body: Body) => toPage<Item, Body>(api, call, nextQuery, body));
  return Object.assign(promise, {
    async *[Symbol.asyncIterator]() {
      yield* await promise;
    },
  });
}

function toPage<Item, Body extends ListBody<Item>>(
  api: Api,
  call: Call,
  nextQuery: NextQuery<Body>,
  body: Body,
): ListPage<Item, Body> {
  async function nextPage() {
    const query = nextQuery(body);
    if (query === null) return null;
    return listPages<Item, Body>(api, { ...call, query: { ...call.query, ...query } }, nextQuery);
  }

  async function* items() {
    for (let at: ListPage<Item, Body> | null = page; at !== null; at = await at.nextPage()) yield* at.data;
  }

  // Methods are not data: as properties that cannot be listed, they stay out of logs and JSON.
  const methods = { nextPage: { value: nextPage }, [Symbol.asyncIterator]: { value: items } };
  // The type of `defineProperties` does not say what it adds.
  const page = Object.defineProperties(body, methods) as ListPage<Item, Body>;
  return page;
}
