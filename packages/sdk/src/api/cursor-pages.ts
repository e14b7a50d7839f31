import type { Page } from "@codespar/contract";
import type { Api, Call } from "./api.ts";
import { type ListPage, type ListPromise, listPages } from "./list-page.ts";

/** A page of a cursor list. */
export type CursorPage<Item> = ListPage<Item, Page<Item>>;

/** A cursor list: await it for the first page, `for await` over it for all items. */
export type CursorPages<Item> = ListPromise<Item, Page<Item>>;

/** Calls an endpoint whose pages name the next by `next_cursor`. */
export function cursorPages<Item>(api: Api, call: Call): CursorPages<Item> {
  return listPages<Item, Page<Item>>(api, call, ({ next_cursor }) =>
    next_cursor === null || next_cursor === undefined ? null : { cursor: next_cursor },
  );
}
