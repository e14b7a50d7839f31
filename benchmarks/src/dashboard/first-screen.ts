import type { Report } from "../figure.ts";
import { openPage } from "./open-page.ts";

/** What a browser that was never here before loads until the first screen is whole, compressed. */
export async function firstScreen({ figure }: Report): Promise<void> {
  await using opened = await openPage("/signed-out", { calls: 1000 });
  const { page, devtools, api } = opened;
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(`${api.url}/?fresh#/`);
  await page.locator(".chart canvas").waitFor();
  figure({
    name: "first screen, compressed, all requests",
    value: bytes / 1000,
    unit: "kB",
    target: { atMost: 200 },
  });
  // a shift by what comes later; without a visible shift there is no entry
  const shift = Number(
    await page.evaluate(`new Promise((done) => {
      let sum = 0;
      new PerformanceObserver((list) => { for (const { value } of list.getEntries()) sum += value; })
        .observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done(sum), 500);
    })`),
  );
  figure({ name: "layout shift until then", value: shift, unit: "(CLS)", target: { atMost: 0.01 } });
}
