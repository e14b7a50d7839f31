import { CodeSpar } from "@codespar/sdk";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Router } from "wouter";
import { createControl } from "../api/control.ts";
import { ApiContext } from "../api/use-api.ts";
import { LiveContext } from "../api/use-live.ts";
import { TextContext } from "../i18n/use-text.ts";
import { englishText } from "./english-text.ts";

export interface RenderScreenOptions {
  /** What was read: the key of a query and what it has. A query without is still under way. */
  data?: readonly (readonly [key: readonly unknown[], value: unknown])[];
  /** Whether the page has a sandbox's control. @default false */
  isSandbox?: boolean | undefined;
}

/** What a screen shows, in English, of data that has been read. */
export function renderScreen(
  node: ReactNode,
  { data = [], isSandbox = false }: RenderScreenOptions = {},
): string {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  for (const [key, value] of data) queries.setQueryData(key, value);
  const session = {
    csrf: "csrf",
    control: isSandbox ? "control" : null,
    scopes: [],
    sandbox: isSandbox,
    livemode: false,
    expires_at: "2026-04-01T00:00:00Z",
  };
  // nothing is asked while a page is only written
  const codespar = new CodeSpar({ apiKey: "csk_test_nobody", baseUrl: "http://127.0.0.1:1" });
  return renderToStaticMarkup(
    <TextContext value={englishText}>
      <QueryClientProvider client={queries}>
        <ApiContext
          value={{
            codespar,
            session,
            control: isSandbox ? createControl(session) : undefined,
            clientFor: async () => undefined,
            signOut: () => {},
          }}
        >
          <LiveContext
            value={{
              onChange: () => () => {},
              isConnected: () => true,
              watch: () => () => {},
              changed: () => {},
            }}
          >
            <Router ssrPath="/">{node}</Router>
          </LiveContext>
        </ApiContext>
      </QueryClientProvider>
    </TextContext>,
  );
}

/** The words of a piece of markup, as one reads them. */
export function wordsOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ")
    .trim();
}
