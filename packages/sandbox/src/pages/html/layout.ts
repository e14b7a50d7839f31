import { html, type Markup } from "./html.ts";
import type { Words } from "./words.ts";

export interface Layout {
  words: Words;
  title: string;
  body: Markup;
  /** What the page shows; when it changes elsewhere the page is loaded again. @default it never does */
  state?: string | undefined;
}

/** A whole page: what it is, what it is not, and nothing from anywhere else. */
export async function layout({ words, title, body, state }: Layout): Promise<string> {
  const page = html`<!doctype html>
<html lang="${words.htmlLanguage}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="description" content="${title}: ${words.sandbox}">
<title>${title} · CodeSpar sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/pages/assets/page.css">
<script src="/pages/assets/page.js" defer></script>
</head>
<body${state === undefined ? "" : html` data-state="${state}"`}>
<header class="ribbon">${words.sandbox}</header>
<main>${body}</main>
</body>
</html>
`;
  return String(await page);
}
