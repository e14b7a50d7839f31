import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

/** Debian's name for it; another one can be given. */
const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/** Whether there is a browser here. Says so once, in a line of its own, when there is none. */
export function hasBrowser(): boolean {
  if (existsSync(executablePath)) return true;
  process.stdout.write(
    `skipped: no browser at ${executablePath}; apt-get install chromium, or set CHROMIUM_PATH, to run the browser tests\n`,
  );
  return false;
}

export interface OpenBrowser {
  context: BrowserContext;
  close(): Promise<void>;
}

/** A browser of its own that asks nobody for anything. */
export async function openBrowser(): Promise<OpenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "codespar-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    permissions: ["clipboard-read", "clipboard-write"],
  });
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
