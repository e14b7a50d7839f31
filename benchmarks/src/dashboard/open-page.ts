import { existsSync } from "node:fs";
import { buildApp } from "@codespar/dashboard/build";
import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";
import { type StubApi, type StubApiOptions, startStubApi } from "./stub-api.ts";

/** Where Chromium is; undefined where there is none. */
export function findChromium(): string | undefined {
  const path = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
  return existsSync(path) ? path : undefined;
}

export interface OpenPage extends AsyncDisposable {
  api: StubApi;
  page: Page;
  devtools: CDPSession;
}

/** The dashboard over a stub of the API, at one of its screens. */
export async function openPage(path: string, options: Omit<StubApiOptions, "assets">): Promise<OpenPage> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error("There is no Chromium here. Install it, or name one in CHROMIUM_PATH.");
  const api = await startStubApi({ ...options, assets: await buildApp() });
  const browser: Browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--js-flags=--expose-gc"],
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "pt-BR" });
  const devtools = await page.context().newCDPSession(page);
  await page.goto(`${api.url}/#${path}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return {
    api,
    page,
    devtools,
    async [Symbol.asyncDispose]() {
      await browser.close();
      await api.close();
    },
  };
}
