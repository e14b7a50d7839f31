import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { TextContext } from "../i18n/use-text.ts";
import { englishText } from "./english-text.ts";

/** What the page would hold, in English. */
export function render(node: ReactNode): string {
  return renderToStaticMarkup(<TextContext value={englishText}>{node}</TextContext>);
}
