import { html as tag } from "hono/html";

/** Markup whose every inserted text is escaped. */
export type Markup = ReturnType<typeof tag>;

export const html = tag;

/** Nothing at all, where markup is expected. */
export const none: Markup = tag``;
