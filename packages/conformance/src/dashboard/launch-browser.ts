import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Where a browser is: what CHROMIUM_PATH names, or the first of the usual places that has one. Says so when there is none. */
export function findBrowser(): string | undefined {
  const found = process.env.CHROMIUM_PATH ?? places.find((place) => existsSync(place));
  if (found === undefined) {
    process.stderr.write(
      "skipped: no Chromium here; apt-get install chromium, or name one in CHROMIUM_PATH, to run the browser tests\n",
    );
  }
  return found;
}

/** Starts a browser without a window, which asks the network for nothing of its own. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
