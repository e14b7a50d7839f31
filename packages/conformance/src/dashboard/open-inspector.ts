import { type SandboxServer, type SandboxServerOptions, startSandboxServer } from "@codespar/sandbox/server";
import { CodeSpar } from "@codespar/sdk";
import type { Browser, Page } from "playwright-core";

export interface InspectorOptions extends SandboxServerOptions {
  width?: number | undefined;
  scheme?: "light" | "dark" | undefined;
  locale?: string | undefined;
}

/** A sandbox server with its inspector open in a page, and a client as a program would have it. */
export interface Inspector extends AsyncDisposable {
  server: SandboxServer;
  codespar: CodeSpar;
  page: Page;
  /** What the page wrote to its console, but for requests that the server refused. */
  complaints: string[];
  /** Goes to a screen, by its path. */
  go(path: string): Promise<void>;
}

/** Starts a sandbox and signs in by the address that it prints. */
export async function openInspector(browser: Browser, options: InspectorOptions = {}): Promise<Inspector> {
  const { width = 1440, scheme = "light", locale = "en", ...rest } = options;
  const server = await startSandboxServer({ port: 0, plan: "growth", apiKey: "csk_test_owner", ...rest });
  const codespar = new CodeSpar({ apiKey: server.apiKey, baseUrl: server.url });
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 740 : 900 },
    colorScheme: scheme,
    locale,
    timezoneId: "America/Sao_Paulo",
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    const isRefusal = message.text().startsWith("Failed to load resource");
    if (["error", "warning"].includes(message.type()) && !isRefusal) complaints.push(message.text());
  });
  await page.goto(server.inspectorUrl());
  await page.getByRole("heading", { level: 1 }).waitFor();
  return {
    server,
    codespar,
    page,
    complaints,
    async go(path) {
      await page.goto(`${server.url}/#${path}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
    },
    async [Symbol.asyncDispose]() {
      await context.close();
      await codespar.close();
      await server.close();
    },
  };
}
