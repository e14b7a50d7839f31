import type { en } from "./en.ts";

export type MessageKey = keyof typeof en;

/** Every text of the page in one language. */
export type Messages = Readonly<Record<MessageKey, string>>;
